import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Article } from '../core/contract';
import { Localised } from '../core/language';
import { blocks, type Block, type Item, type Run } from '../core/markdown';
import { theme } from '../core/theme';

/**
 * An article, with one stretch of it marked and brought into view.
 *
 * @element jw-article
 * @prop article - the article version
 * @prop start, end - UTF-16 offsets into its raw text; equal for nothing marked
 * @csspart quote - the marked stretch
 */
export class JwArticle extends LitElement {
  static override properties = {
    article: { attribute: false },
    start: { attribute: false },
    end: { attribute: false },
  };

  declare article: Article | null;
  declare start: number;
  declare end: number;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    css`
      .text {
        gap: 0.8rem;
      }
      ol,
      ul {
        padding-inline-start: 1.6rem;
        display: grid;
        gap: 0.35rem;
      }
      ol {
        list-style: decimal;
      }
      ul {
        list-style: disc;
      }
      .bullet {
        list-style: disc;
      }
      .depth1 {
        margin-inline-start: 1.4rem;
      }
      .depth2,
      .depth3 {
        margin-inline-start: 2.6rem;
      }
      .wide {
        overflow-x: auto;
      }
      table {
        border-collapse: collapse;
        font-size: 0.92rem;
      }
      th,
      td {
        border: 1px solid var(--_line);
        padding: 0.35rem 0.6rem;
        text-align: start;
        vertical-align: top;
        min-width: 4rem;
      }
      blockquote {
        border-inline-start: 4px solid var(--_line);
        padding-inline-start: 0.75rem;
        color: var(--_muted);
      }
      pre {
        margin: 0;
        overflow-x: auto;
        padding: 0.75rem;
        border: 1px solid var(--_line);
        border-radius: 0.4rem;
      }
      mark {
        padding-block: 0.15em;
        scroll-margin: 30vh;
      }
      .withdrawn {
        border-inline-start: 4px solid var(--_danger);
        padding-inline-start: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.article = null;
    this.start = 0;
    this.end = 0;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('article') || changed.has('start')) {
      this.renderRoot.querySelector('mark')?.scrollIntoView({ block: 'center' });
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.say;
    const { article } = this;
    if (article === null) return nothing;
    const facts = [
      words.kinds[article.kind] ?? article.kind,
      article.author,
      article.source,
      words.source.version(article.version),
    ];
    return html`
      <article class="stack">
        <header>
          <h2>${article.title}</h2>
          <p class="muted">${facts.filter(Boolean).join(' · ')}</p>
        </header>
        ${article.state === 'RETRACTED' ? html`<p class="withdrawn">${words.source.withdrawn}</p>` : nothing}
        ${article.state === 'SUPERSEDED' ? html`<p class="withdrawn">${words.source.superseded}</p>` : nothing}
        <div class="text stack">${this.blocks(article).map((block) => this.block(block))}</div>
      </article>
    `;
  }

  /** The text without a first heading that only says the title again. */
  private blocks({ title, text }: Article): readonly Block[] {
    const [first, ...rest] = blocks(text);
    if (first?.kind !== 'heading') return first === undefined ? [] : [first, ...rest];
    const heading = first.runs.map(({ start, end }) => text.slice(start, end)).join('');
    return heading.trim() === title ? rest : [first, ...rest];
  }

  private block(block: Block): TemplateResult {
    switch (block.kind) {
      case 'heading':
        return block.level <= 2 ? html`<h3>${this.runs(block.runs)}</h3>` : html`<h4>${this.runs(block.runs)}</h4>`;
      case 'paragraph':
        return html`<p>${this.runs(block.runs)}</p>`;
      case 'quote':
        return html`<blockquote>${this.runs(block.runs)}</blockquote>`;
      case 'code':
        return html`<pre tabindex="0">${this.runs(block.runs)}</pre>`;
      case 'list':
        return block.ordered
          ? html`<ol>${block.items.map((item) => this.item(item))}</ol>`
          : html`<ul>${block.items.map((item) => this.item(item))}</ul>`;
      case 'table':
        return this.table(block.rows);
    }
  }

  private item(item: Item): TemplateResult {
    return item.number === null
      ? html`<li class="bullet depth${item.depth}">${this.runs(item.runs)}</li>`
      : html`<li class="depth${item.depth}" value=${item.number}>${this.runs(item.runs)}</li>`;
  }

  private table(rows: readonly (readonly (readonly Run[])[])[]): TemplateResult {
    const [head, ...body] = rows;
    return html`<div class="wide" tabindex="0" role="group">
      <table>
        <thead>
          <tr>${(head ?? []).map((cell) => html`<th scope="col">${this.runs(cell)}</th>`)}</tr>
        </thead>
        <tbody>
          ${body.map((row) => html`<tr>${row.map((cell) => html`<td>${this.runs(cell)}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  private runs(runs: readonly Run[]): readonly TemplateResult[] {
    return runs.map((run) => {
      const shown = this.marked(run);
      if (run.style === 'strong') return html`<strong>${shown}</strong>`;
      return run.style === 'code' ? html`<code>${shown}</code>` : html`${shown}`;
    });
  }

  /** A run cut in up to three, with the part inside the cited range marked. */
  private marked(run: Run): TemplateResult {
    const text = this.article?.text ?? '';
    const from = Math.min(Math.max(this.start, run.start), run.end);
    const to = Math.max(Math.min(this.end, run.end), from);
    if (from === to) return html`${text.slice(run.start, run.end)}`;
    return html`${text.slice(run.start, from)}<mark part="quote">${text.slice(from, to)}</mark>${text.slice(to, run.end)}`;
  }
}

if (customElements.get('jw-article') === undefined) customElements.define('jw-article', JwArticle);
