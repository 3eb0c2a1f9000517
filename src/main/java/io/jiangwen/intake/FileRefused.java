package io.jiangwen.intake;

import io.jiangwen.problem.Problem;

/** A file that is no list of problems: nothing of it was taken. */
final class FileRefused extends Problem {
    private static final long serialVersionUID = 1L;

    private FileRefused(int status, String code, String detail) {
        super(status, code, detail);
    }

    static FileRefused unsupportedType() {
        return new FileRefused(415, "unsupported-type", "Send a workbook saved as .xlsx, or a .csv file.");
    }

    static FileRefused unreadable() {
        return new FileRefused(400, "unreadable-file", "The file is broken: it cannot be read to its end.");
    }

    static FileRefused unknownEncoding() {
        return new FileRefused(400, "unknown-encoding", "The text is neither UTF-8 nor GBK: save it as CSV UTF-8.");
    }

    static FileRefused empty() {
        return new FileRefused(400, "empty-list", "The file has no problem in it.");
    }

    static FileRefused missingColumns(String missing) {
        return new FileRefused(
                400,
                "missing-columns",
                "A line near the top must name the columns enterprise, contact and question (企业, 联系人, 问题); missing: "
                        + missing + ".");
    }

    static FileRefused ambiguousColumns(String column) {
        return new FileRefused(400, "ambiguous-columns", "More than one column is named like " + column + ".");
    }

    static FileRefused tooManyRows(int most) {
        return new FileRefused(413, "too-many-rows", "A list has at most " + most + " problems: send it in parts.");
    }

    static FileRefused tooLarge(long most) {
        return new FileRefused(413, "body-too-large", "The file has at most " + most + " bytes, unpacked ones too.");
    }

    static FileRefused none() {
        return new FileRefused(400, "no-file", "Send one part named file.");
    }

    static FileRefused tooManyLists(int most) {
        return new FileRefused(
                429,
                "too-many-lists",
                "At most " + most + " lists of a region are asked at a time: wait for one to end.");
    }
}
