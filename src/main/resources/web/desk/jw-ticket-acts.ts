import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Craftsman, TicketEvent } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/** Events that this element offers, with the address each is sent to. */
const ACTS = {
  ASK_BACK: 'ask-back',
  HOLD: 'hold',
  RESUME: 'resume',
  TRANSFER: 'transfer',
  ASSIGN: 'assign',
  TAKE_OVER: 'take-over',
  DECLINE: 'decline',
  CANCEL: 'cancel',
} as const;

type Act = keyof typeof ACTS;

const ORDER: readonly Act[] = ['ASK_BACK', 'HOLD', 'RESUME', 'TRANSFER', 'ASSIGN', 'TAKE_OVER', 'DECLINE', 'CANCEL'];

/**
 * What can be done with a ticket beside claiming and answering it: one button each, with a small form where words are
 * needed.
 *
 * @element jw-ticket-acts
 * @prop may - what the service lets the caller try
 * @prop craftsmen - whom a ticket can be given to
 * @prop busy - something is being sent
 * @fires jw-act - `{path, body}`: what to send to the ticket
 */
export class JwTicketActs extends LitElement {
  static override properties = {
    may: { attribute: false },
    craftsmen: { attribute: false },
    busy: { attribute: false },
    open: { state: true },
  };

  declare may: readonly TicketEvent[];
  declare craftsmen: readonly Craftsman[];
  declare busy: boolean;
  declare private open: Act | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      .acts {
        flex-wrap: wrap;
      }
    `,
  ];

  constructor() {
    super();
    this.may = [];
    this.craftsmen = [];
    this.busy = false;
    this.open = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { acts } = this.say.words;
    const shown = ORDER.filter((act) => this.may.includes(act));
    if (shown.length === 0) return nothing;
    const open = this.open !== null && shown.includes(this.open) ? this.open : null;
    return html`
      <section class="stack" aria-label=${acts.label}>
        <div class="row acts">
          ${shown.map(
            (act) =>
              html`<button aria-expanded=${act === 'RESUME' ? nothing : String(act === open)} @click=${() => this.pick(act)}>
                ${acts.names[act]}
              </button>`,
          )}
        </div>
        ${open === null ? nothing : this.form(open)}
      </section>
    `;
  }

  private form(act: Act): TemplateResult {
    const { acts } = this.say.words;
    return html`
      <form class="card stack" @submit=${(event: SubmitEvent) => this.onSubmit(event, act)}>
        <h3>${acts.names[act]}</h3>
        ${act === 'TRANSFER' || act === 'ASSIGN' ? this.people() : nothing} ${act === 'HOLD' ? this.waiting() : nothing}
        <label class="field">
          <span>${act === 'ASK_BACK' ? acts.question : acts.reason}</span>
          <textarea name="words" rows="2" maxlength="2000" ?required=${act !== 'DECLINE'}></textarea>
        </label>
        <div><button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${acts.confirm}</button></div>
      </form>
    `;
  }

  private people(): TemplateResult {
    const { acts } = this.say.words;
    return html`<label class="field">
      <span>${acts.to}</span>
      <select name="craftsman" required>
        ${this.craftsmen.map(
          ({ id, name, trades }) => html`<option value=${id}>${[name, trades.join(' ')].filter(Boolean).join(' · ')}</option>`,
        )}
      </select>
    </label>`;
  }

  private waiting(): TemplateResult {
    const { acts } = this.say.words;
    return html`
      <label class="field">
        <span>${acts.waitingFor}</span>
        <select name="waitingFor">
          ${(['DATE', 'PART', 'VISIT'] as const).map((cause) => html`<option value=${cause}>${acts.causes[cause]}</option>`)}
        </select>
      </label>
      <label class="field"><span>${acts.until}</span><input name="until" type="datetime-local" /></label>
    `;
  }

  private pick(act: Act): void {
    if (act === 'RESUME') this.tell(act, {});
    else this.open = this.open === act ? null : act;
  }

  private onSubmit(event: SubmitEvent, act: Act): void {
    event.preventDefault();
    if (this.busy) return;
    const fields = new FormData(event.currentTarget as HTMLFormElement);
    const words = String(fields.get('words') ?? '').trim();
    const until = String(fields.get('until') ?? '');
    this.tell(act, {
      ...(act === 'ASK_BACK' ? { text: words } : { reason: words }),
      ...(fields.has('craftsman') ? { craftsman: String(fields.get('craftsman')) } : {}),
      ...(fields.has('waitingFor') ? { waitingFor: String(fields.get('waitingFor')) } : {}),
      ...(until === '' ? {} : { until: new Date(until).toISOString() }),
    });
  }

  private tell(act: Act, body: object): void {
    this.open = null;
    this.dispatchEvent(new CustomEvent('jw-act', { detail: { path: ACTS[act], body } }));
  }
}

customElements.define('jw-ticket-acts', JwTicketActs);
