/**
 * A small reader of Markdown that remembers where every character came from, so that a citation's offsets can be
 * marked in what is shown. Knows headings, lists, tables, quotes, code blocks and paragraphs; anything else is a
 * paragraph. HTML is text.
 */

/** A stretch of the raw text that is shown as it stands; offsets are UTF-16, end exclusive. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly style: 'plain' | 'strong' | 'code';
}

export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly runs: readonly Run[] }
  | { readonly kind: 'code'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Run[])[])[] };

/** A list item; deeper ones follow their parent with a greater depth. */
export interface Item {
  readonly depth: number;
  /** Null for a bullet. */
  readonly number: number | null;
  readonly runs: readonly Run[];
}

interface Line {
  readonly start: number;
  readonly text: string;
}

const HEADING = /^ {0,3}(#{1,6})\s+/;
const ITEM = /^(\s*)(?:[-*+]\s+|(\d{1,9})(?:[.)]\s+|、\s*))/;
const FENCE = /^\s*(```|~~~)/;
const ROW = /^\s*\|.*\|\s*$/;
const RULE = /^\s*\|?[\s:|-]*-{2,}[\s:|-]*\|?\s*$/;
const QUOTE = /^ {0,3}>\s?/;
const INLINE = /\*\*(.+?)\*\*|__(.+?)__|`([^`]+)`|!?\[([^\]]*)\]\([^)\s]*\)/g;

/** The blocks of a text, in order. */
export function blocks(text: string): readonly Block[] {
  const lines = linesOf(text);
  const found: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (line.text.trim() === '') {
      at += 1;
      continue;
    }
    const [block, next] = blockAt(lines, at);
    if (block !== null) found.push(block);
    at = next;
  }
  return found;
}

function blockAt(lines: readonly Line[], at: number): [Block | null, number] {
  const line = lines[at]!;
  const heading = HEADING.exec(line.text);
  if (heading !== null) {
    return [{ kind: 'heading', level: heading[1]!.length, runs: inline(line, heading[0].length) }, at + 1];
  }
  if (FENCE.test(line.text)) return fenced(lines, at);
  if (ROW.test(line.text)) return table(lines, at);
  if (ITEM.test(line.text)) return list(lines, at);
  if (RULE.test(line.text)) return [null, at + 1];
  const quoted = QUOTE.test(line.text);
  return paragraph(lines, at, quoted);
}

function paragraph(lines: readonly Line[], at: number, quoted: boolean): [Block, number] {
  const runs: Run[] = [];
  let next = at;
  while (next < lines.length && (next === at || continues(lines[next]!, quoted))) {
    const line = lines[next]!;
    if (next > at) runs.push(...lineEnd(lines[next - 1]!, line));
    runs.push(...inline(line, quoted ? (QUOTE.exec(line.text)?.[0].length ?? 0) : 0));
    next += 1;
  }
  return [{ kind: quoted ? 'quote' : 'paragraph', runs }, next];
}

function continues(line: Line, quoted: boolean): boolean {
  if (line.text.trim() === '') return false;
  if (quoted) return QUOTE.test(line.text);
  return ![HEADING, FENCE, ROW, ITEM, QUOTE].some((start) => start.test(line.text));
}

function list(lines: readonly Line[], at: number): [Block, number] {
  const first = ITEM.exec(lines[at]!.text)!;
  const items: { depth: number; number: number | null; runs: Run[] }[] = [];
  let next = at;
  for (; next < lines.length; next += 1) {
    const line = lines[next]!;
    const item = ITEM.exec(line.text);
    if (item !== null) {
      if (items.length > 0 && item[1]!.length < 2 && (item[2] === undefined) !== (first[2] === undefined)) break;
      items.push({
        depth: Math.min(3, Math.floor(item[1]!.length / 2)),
        number: item[2] === undefined ? null : Number(item[2]),
        runs: inline(line, item[0].length),
      });
    } else if (line.text.trim() === '') {
      const after = lines[next + 1]?.text ?? '';
      if (!ITEM.test(after) && !/^\s{2,}\S/.test(after)) break;
    } else if (/^\s/.test(line.text) || continues(line, false)) {
      const last = items[items.length - 1]!;
      last.runs.push(...lineEnd(lines[next - 1]!, line), ...inline(line, line.text.length - line.text.trimStart().length));
    } else break;
  }
  return [{ kind: 'list', ordered: first[2] !== undefined, items }, next];
}

function table(lines: readonly Line[], at: number): [Block, number] {
  const rows: (readonly Run[])[][] = [];
  let next = at;
  for (; next < lines.length && ROW.test(lines[next]!.text); next += 1) {
    const line = lines[next]!;
    if (RULE.test(line.text)) continue;
    rows.push(cells(line));
  }
  return [{ kind: 'table', rows }, next];
}

function cells(line: Line): (readonly Run[])[] {
  const found: (readonly Run[])[] = [];
  let from = line.text.indexOf('|') + 1;
  for (let to = line.text.indexOf('|', from); to >= 0; from = to + 1, to = line.text.indexOf('|', from)) {
    if (line.text[to - 1] === '\\') continue;
    const cell = line.text.slice(from, to);
    const start = line.start + from + (cell.length - cell.trimStart().length);
    found.push(inline({ start, text: cell.trim() }, 0));
  }
  return found;
}

function fenced(lines: readonly Line[], at: number): [Block, number] {
  const runs: Run[] = [];
  let next = at + 1;
  for (; next < lines.length && !FENCE.test(lines[next]!.text); next += 1) {
    const line = lines[next]!;
    const after = lines[next + 1];
    runs.push({ start: line.start, end: after?.start ?? line.start + line.text.length, style: 'plain' });
  }
  return [{ kind: 'code', runs }, next + 1];
}

/** The runs of a line from a column on; markers such as ** are in no run. */
function inline(line: Line, column: number): Run[] {
  const runs: Run[] = [];
  const add = (from: number, to: number, style: Run['style']): void => {
    if (to > from) runs.push({ start: line.start + from, end: line.start + to, style });
  };
  let plain = column;
  INLINE.lastIndex = column;
  for (let found = INLINE.exec(line.text); found !== null; found = INLINE.exec(line.text)) {
    add(plain, found.index, 'plain');
    const shown = found[1] ?? found[2] ?? found[3] ?? found[4] ?? '';
    const offset = found.index + found[0].indexOf(shown, found[4] === undefined ? 1 : found[0].indexOf('[') + 1);
    add(offset, offset + shown.length, found[3] !== undefined ? 'code' : found[4] !== undefined ? 'plain' : 'strong');
    plain = found.index + found[0].length;
  }
  add(plain, line.text.trimEnd().length, 'plain');
  return runs;
}

/** A line end is shown as a blank between Latin words and as nothing between Chinese ones. */
function lineEnd(line: Line, next: Line): Run[] {
  if (/[\u2e80-\uffef]$/.test(line.text.trimEnd())) return [];
  const end = line.start + line.text.length;
  return [{ start: end, end: next.start, style: 'plain' }];
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|\n|\r|$/g)) {
    if (found.index < start) continue;
    lines.push({ start, text: text.slice(start, found.index) });
    start = found.index + found[0].length;
    if (found[0] === '') break;
  }
  return lines;
}
