import assert from 'node:assert/strict';
import { test } from 'node:test';
import { web } from './sources.mjs';

const { blocks } = await import(new URL('core/markdown.ts', web));

const ARTICLE = `# 细长轴车削

细长轴刚性差，容易**弯曲**，
见 [标准](https://example.org/x)。

1. 用跟刀架，间隙 0.02～0.03 mm。
2、反向进给。
   - 进给 \`0.1\` mm/r

| 工序 | 转速 |
| --- | --- |
| 粗车 | 450 |

> 大批量用走心机。

\`\`\`
G01 X20
\`\`\`
Wrapped English
lines join.
`;

const shown = (text, runs) => runs.map(({ start, end }) => text.slice(start, end)).join('');

function everyRun(found) {
  return found.flatMap((block) => {
    if (block.kind === 'list') return block.items.flatMap(({ runs }) => runs);
    if (block.kind === 'table') return block.rows.flat(2);
    return block.runs;
  });
}

test('blocks keep their kinds in order', () => {
  assert.deepEqual(
    blocks(ARTICLE).map(({ kind }) => kind),
    ['heading', 'paragraph', 'list', 'table', 'quote', 'code', 'paragraph'],
  );
});

test('markers are not shown, and what is shown is a slice of the raw text', () => {
  const [heading, paragraph, list, table, quote, code, wrapped] = blocks(ARTICLE);
  assert.equal(shown(ARTICLE, heading.runs), '细长轴车削');
  assert.equal(shown(ARTICLE, paragraph.runs), '细长轴刚性差，容易弯曲，见 标准。');
  assert.deepEqual(
    list.items.map(({ depth, number, runs }) => [depth, number, shown(ARTICLE, runs)]),
    [
      [0, 1, '用跟刀架，间隙 0.02～0.03 mm。'],
      [0, 2, '反向进给。'],
      [1, null, '进给 0.1 mm/r'],
    ],
  );
  assert.deepEqual(
    table.rows.map((row) => row.map((cell) => shown(ARTICLE, cell))),
    [
      ['工序', '转速'],
      ['粗车', '450'],
    ],
  );
  assert.equal(shown(ARTICLE, quote.runs), '大批量用走心机。');
  assert.equal(shown(ARTICLE, code.runs), 'G01 X20\n');
  assert.equal(shown(ARTICLE, wrapped.runs), 'Wrapped English\nlines join.');
});

test('runs are in order and never overlap, so a mark covers each character once', () => {
  let last = 0;
  for (const { start, end } of everyRun(blocks(ARTICLE))) {
    assert.ok(start >= last && end > start);
    last = end;
  }
});

test('text that is no Markdown at all is shown whole', () => {
  for (const text of ['一句话。', '<script>alert(1)</script>', '** unclosed', '|a', '```\nopen', '-', '1', '# ']) {
    assert.equal(shown(text, everyRun(blocks(text))).trim().length > 0 || text.trim().length <= 2, true, text);
  }
  assert.deepEqual(blocks(''), []);
  assert.deepEqual(blocks(' \r\n\n'), []);
});

test('CRLF and surrogate pairs keep their offsets', () => {
  const text = '# 题\r\n\r\n😀 用 M10×1.5。\r\n下一行。\r\n';
  const [, paragraph] = blocks(text);
  assert.equal(shown(text, paragraph.runs), '😀 用 M10×1.5。下一行。');
});

test('any text ends, and every run lies inside it', () => {
  const pieces = ['#', '- ', '1. ', '|', '**', '`', '\n', '\r\n', '> ', '```', ' ', '中', 'a', '[x](y)', '😀', '\\|'];
  let seed = 42;
  const next = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: next(30) }, () => pieces[next(pieces.length)]).join('');
    for (const { start, end } of everyRun(blocks(text))) {
      assert.ok(start >= 0 && start < end && end <= text.length, JSON.stringify(text));
    }
  }
});
