package io.jiangwen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailTest {
    @ParameterizedTest
    @CsvSource({
        "13800000001, 13800000001",
        "电话：138 0000 0001（王工）, 13800000001",
        "+86 138-0000-0001, 13800000001",
        "8613800000001, 13800000001",
        "wang@example.cn / 13800000001, 13800000001",
        "+49 170 1234567, +491701234567"
    })
    void findsAMobileNumber(String written, String number) {
        assertThat(ContactDetail.phone(written)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "王师傅", "0512-66668888", "12800000001", "138000000012", "91380000000123", "+8612", "微信 abc123"
            })
    void whatIsNoMobileNumberIsNone(String written) {
        assertThat(ContactDetail.phone(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wang@example.cn, wang@example.cn",
        "邮箱wang.li+1@mail.example.com谢谢, wang.li+1@mail.example.com",
        "<wang@example.cn>; 13800000001, wang@example.cn"
    })
    void findsAnEmailAddress(String written, String address) {
        assertThat(ContactDetail.email(written)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wang@", "@example.cn", "wang@example", "wang example.cn", "wang@-example.cn"})
    void whatIsNoEmailAddressIsNone(String written) {
        assertThat(ContactDetail.email(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@example.cn, b@example.cn", "a@example.cn\r\nBcc: b@example.cn", "名 a@example.cn"})
    void aPreferenceTakesOneAddressAndNothingElse(String written) {
        assertThat(ContactDetail.onlyEmail(written)).isEmpty();
        assertThat(ContactDetail.onlyPhone("13800000001 " + written)).isEmpty();
    }
}
