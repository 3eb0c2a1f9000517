import { LitElement, html, type TemplateResult } from 'lit';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * A few words on a ticket.
 *
 * @element jw-say
 * @attr event - where the words belong: `answer`, `follow-up` or `notes`
 * @attr label - what is asked for
 * @attr act - what the button says, where it does not send words to the craftsman
 * @prop busy - they are being sent
 * @fires jw-say - `{event, text}`
 */
export class JwSay extends LitElement {
  static override properties = {
    event: { type: String },
    label: { type: String },
    act: { type: String },
    busy: { attribute: false },
  };

  declare event: string;
  declare label: string;
  declare act: string;
  declare busy: boolean;

  private readonly say = new Localised(this);

  static override styles = [theme, controls];

  constructor() {
    super();
    this.event = '';
    this.label = '';
    this.act = '';
    this.busy = false;
  }

  protected override render(): TemplateResult {
    return html`
      <form class="stack" @submit=${this.onSubmit}>
        <label class="field"><span>${this.label}</span><textarea name="text" rows="2" maxlength="2000" required></textarea></label>
        <div><button aria-disabled=${this.busy ? 'true' : 'false'}>${this.act || this.say.words.ticket.sendWords}</button></div>
      </form>
    `;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get('text') ?? '').trim();
    if (text !== '') this.dispatchEvent(new CustomEvent('jw-say', { detail: { event: this.event, text } }));
  }
}

if (customElements.get('jw-say') === undefined) customElements.define('jw-say', JwSay);
