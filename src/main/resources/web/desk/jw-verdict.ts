import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { AuditVerdict } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

const VERDICTS: readonly AuditVerdict[] = ['RIGHT', 'WRONG', 'CANNOT_TELL'];

/**
 * Takes somebody's word on an answer. It cannot be taken back, so it is chosen first and sent then.
 *
 * @element jw-verdict
 * @attr busy - it is being sent
 * @fires jw-judge - `{verdict, reason}`
 */
export class JwVerdict extends LitElement {
  static override properties = {
    busy: { type: Boolean },
    chosen: { state: true },
    missing: { state: true },
  };

  declare busy: boolean;
  declare private chosen: AuditVerdict | null;
  declare private missing: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      .missing {
        color: var(--_danger);
      }
    `,
  ];

  constructor() {
    super();
    this.busy = false;
    this.chosen = null;
    this.missing = false;
  }

  protected override render(): TemplateResult {
    const { audit } = this.say.words;
    return html`
      <form class="card stack" @submit=${this.onSubmit}>
        <fieldset class="stack">
          <legend>${audit.verdict}</legend>
          ${VERDICTS.map(
            (verdict) => html`<label class="check">
              <input
                type="radio"
                name="verdict"
                value=${verdict}
                .checked=${this.chosen === verdict}
                @change=${() => this.choose(verdict)}
              />
              <span>${audit.verdicts[verdict]} <span class="muted">${audit.hints[verdict]}</span></span>
            </label>`,
          )}
        </fieldset>
        <label class="field">
          <span>${audit.reason}</span>
          <textarea name="reason" rows="3" maxlength="1000"></textarea>
        </label>
        <p class="missing" role="alert">${this.missing ? audit.choose : nothing}</p>
        <p><button class="main" ?disabled=${this.busy}>${audit.submit}</button></p>
      </form>
    `;
  }

  private choose(verdict: AuditVerdict): void {
    this.chosen = verdict;
    this.missing = false;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    this.missing = this.chosen === null;
    if (this.chosen === null) return;
    const reason = this.renderRoot.querySelector('textarea')?.value ?? '';
    this.dispatchEvent(new CustomEvent('jw-judge', { detail: { verdict: this.chosen, reason } }));
  }
}

customElements.define('jw-verdict', JwVerdict);
