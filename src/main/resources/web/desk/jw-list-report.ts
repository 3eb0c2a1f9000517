import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { ProblemList, ProblemRow } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * How far a list of problems is, what became of each row, and the list to take away.
 *
 * @element jw-list-report
 * @prop list - as last seen, null for none
 * @prop rows - in the order of the file
 */
export class JwListReport extends LitElement {
  static override properties = { list: { attribute: false }, rows: { attribute: false } };

  declare list: ProblemList | null;
  declare rows: readonly ProblemRow[];

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      h2 {
        overflow-wrap: anywhere;
      }
      progress {
        width: 100%;
        accent-color: var(--_accent);
      }
      .answer {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
      .FAILED {
        color: var(--_danger);
        font-weight: 600;
      }
      li {
        border-top: 1px solid var(--_line);
        padding-block: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.list = null;
    this.rows = [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { list } = this;
    const { words } = this.say;
    if (list === null) return nothing;
    const total = list.counts['total'] ?? 0;
    const done = total - (list.counts['waiting'] ?? 0);
    return html`
      <section class="card stack" aria-label=${words.lists.rows}>
        <h2>${list.name}</h2>
        <p role="status">${words.lists.progress(done, total)}</p>
        <progress aria-label=${words.lists.rows} max=${Math.max(total, 1)} value=${done}></progress>
        <p class="row">${this.download('xlsx', words.lists.workbook)} ${this.download('csv', words.lists.csv)}</p>
        <ol class="stack">
          ${this.rows.map((row) => this.row(row))}
        </ol>
      </section>
    `;
  }

  private download(format: string, name: string): TemplateResult {
    const address = `/api/v1/problem-lists/${this.list?.id ?? ''}/file.${format}?language=${this.say.tag}`;
    return html`<a class="button" href=${address} download>${name}</a>`;
  }

  private row({ row, enterprise, contact, question, outcome, code, reason, errand }: ProblemRow): TemplateResult {
    const { lists } = this.say.words;
    const why = (code === null ? undefined : lists.reasons[code]) ?? reason;
    return html`<li class="stack">
      <p class="muted">${lists.row} ${row} · ${enterprise} · ${contact}</p>
      <p>${question}</p>
      <p class=${outcome ?? ''}>
        ${outcome === null ? lists.waiting : lists.outcomes[outcome]} ${why === null ? nothing : html`· ${why}`}
        ${errand?.ticket ? html`· <a href=${`#t=${errand.ticket.id}`}>${errand.ticket.number}</a>` : nothing}
      </p>
      ${errand === null ? nothing : this.answer(errand)}
    </li>`;
  }

  private answer(errand: NonNullable<ProblemRow['errand']>): TemplateResult {
    const { lists } = this.say.words;
    const said = errand.withheld ? lists.withheld : errand.message;
    return html`
      <p class="muted">${said}</p>
      ${errand.byModel ? html`<p><strong>${lists.ai}</strong></p>` : nothing}
      ${errand.answer === '' ? nothing : html`<p class="answer">${errand.answer}</p>`}
      ${errand.sources.length === 0 ? nothing : html`<p class="answer muted">${errand.sources.join('\n')}</p>`}
    `;
  }
}

customElements.define('jw-list-report', JwListReport);
