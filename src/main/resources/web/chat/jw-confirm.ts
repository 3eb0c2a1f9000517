import { LitElement, css, html, type TemplateResult } from 'lit';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import type { Confirmation } from './conversation';

/**
 * Asks whether a craftsman's reply worked, and whether it may be published.
 *
 * @element jw-confirm
 * @prop busy - it is being sent
 * @fires jw-confirm - a Confirmation
 */
export class JwConfirm extends LitElement {
  static override properties = { busy: { attribute: false } };

  declare busy: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      .stars {
        gap: 0.25rem;
      }
      .star {
        position: relative;
      }
      .star input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .star span {
        display: grid;
        place-items: center;
        width: 2.75rem;
        height: 2.75rem;
        border: 1px solid var(--_line);
        border-radius: 0.6rem;
      }
      .star input:checked + span {
        background: var(--_accent);
        color: var(--_on-accent);
      }
      .star input:focus-visible + span {
        outline: 3px solid var(--_accent);
        outline-offset: 2px;
      }
      .answers button {
        flex: 1 1 8rem;
      }
    `,
  ];

  constructor() {
    super();
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const { ticket } = this.say.words;
    const off = this.busy ? 'true' : 'false';
    return html`
      <form class="stack" @submit=${this.onSubmit}>
        <h3>${ticket.works}</h3>
        <div>
          <label class="check">
            <input type="checkbox" name="consent" aria-describedby="hint" />
            <span>${ticket.consent}</span>
          </label>
          <p class="muted" id="hint">${ticket.consentHint}</p>
        </div>
        <fieldset>
          <legend>${ticket.rating}</legend>
          <div class="row stars">
            ${[1, 2, 3, 4, 5].map(
              (count) =>
                html`<label class="star">
                  <input type="radio" name="rating" value=${count} aria-label=${ticket.stars(count)} />
                  <span aria-hidden="true">${count}</span>
                </label>`,
            )}
          </div>
        </fieldset>
        <label class="field"><span>${ticket.comment}</span><textarea name="comment" rows="2" maxlength="2000"></textarea></label>
        <div class="row answers">
          <button class="main" name="solved" value="true" aria-disabled=${off}>${ticket.solved}</button>
          <button name="solved" value="false" aria-disabled=${off}>${ticket.notSolved}</button>
        </div>
      </form>
    `;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const fields = new FormData(event.currentTarget as HTMLFormElement, event.submitter);
    const rating = fields.get('rating');
    const confirmation: Confirmation = {
      solved: fields.get('solved') === 'true',
      consent: fields.get('consent') !== null,
      rating: rating === null ? null : Number(rating),
      comment: String(fields.get('comment') ?? '').trim(),
    };
    this.dispatchEvent(new CustomEvent('jw-confirm', { detail: confirmation }));
  }
}

if (customElements.get('jw-confirm') === undefined) customElements.define('jw-confirm', JwConfirm);
