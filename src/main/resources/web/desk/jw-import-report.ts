import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { ImportJob, ImportRow } from '../core/contract';
import { Localised } from '../core/language';
import { theme } from '../core/theme';

/**
 * How far an import is, and what became of each file.
 *
 * @element jw-import-report
 * @prop job - the import as last seen, null for none
 * @prop rows - the files that are done
 */
export class JwImportReport extends LitElement {
  static override properties = { job: { attribute: false }, rows: { attribute: false } };

  declare job: ImportJob | null;
  declare rows: readonly ImportRow[];

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    css`
      progress {
        width: 100%;
        accent-color: var(--_accent);
      }
      table {
        width: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        text-align: start;
        vertical-align: middle;
        padding: 0.5rem 0.75rem 0.5rem 0;
        border-bottom: 1px solid var(--_line);
      }
      th,
      .outcome {
        white-space: nowrap;
      }
      td a {
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
      }
      .FAILED {
        color: var(--_danger);
        font-weight: 600;
      }
      @media (max-width: 30rem) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }
        tr,
        td {
          display: block;
        }
        td {
          border: 0;
          padding-block: 0.15rem;
        }
        tr {
          border-bottom: 1px solid var(--_line);
          padding-block: 0.4rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.job = null;
    this.rows = [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { curate } = this.say.words;
    const { job, rows } = this;
    if (job === null) return nothing;
    const total = Math.max(job.counts?.['total'] ?? 0, rows.length, 1);
    return html`
      <section class="card stack" aria-label=${curate.imports}>
        <p role="status">${curate.importStates[job.state]} ${curate.progress(rows.length, total)}</p>
        <progress aria-label=${curate.imports} max=${total} value=${rows.length}></progress>
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${curate.file}</th>
              <th role="columnheader" scope="col">${curate.outcome}</th>
              <th role="columnheader" scope="col">${curate.why}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${rows.map((row) => this.row(row))}
          </tbody>
        </table>
      </section>
    `;
  }

  private row({ file, outcome, code, reason, article }: ImportRow): TemplateResult {
    const meaning = code === null ? undefined : this.say.words.curate.reasons[code];
    const why = [meaning, reason].filter(Boolean).join(': ');
    // The roles stay when a phone shows rows as blocks.
    return html`<tr role="row">
      <td role="cell">${article ? html`<a href=${`#a=${article}`}>${file}</a>` : file}</td>
      <td role="cell" class="outcome ${outcome}">${this.say.words.curate.outcomes[outcome]}</td>
      <td role="cell">${why}</td>
    </tr>`;
  }
}

customElements.define('jw-import-report', JwImportReport);
