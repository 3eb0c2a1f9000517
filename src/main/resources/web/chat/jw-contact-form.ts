import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * Enterprise, contact and consent of a visitor, asked only when a person has to take over.
 *
 * @element jw-contact-form
 * @prop busy - it is being sent
 * @fires jw-contact - `{enterprise, contact}`, consent given
 */
export class JwContactForm extends LitElement {
  static override properties = { busy: { attribute: false }, incomplete: { state: true } };

  declare busy: boolean;
  declare private incomplete: boolean;

  private readonly say = new Localised(this);

  static override styles = [theme, controls];

  constructor() {
    super();
    this.busy = false;
    this.incomplete = false;
  }

  protected override render(): TemplateResult {
    const { contact } = this.say.words;
    return html`
      <form class="card stack" novalidate @submit=${this.onSubmit}>
        <h2>${contact.title}</h2>
        <p class="muted">${contact.lead}</p>
        <label class="field">
          <span>${contact.enterprise}</span>
          <input name="enterprise" maxlength="200" autocomplete="organization" required />
        </label>
        <div class="field">
          <label for="contact">${contact.contact}</label>
          <input id="contact" name="contact" maxlength="200" aria-describedby="hint" autocomplete="tel" required />
          <span class="muted" id="hint">${contact.contactHint}</span>
        </div>
        <label class="check"><input type="checkbox" name="consent" required />${contact.consent}</label>
        ${this.incomplete ? html`<p role="alert">${contact.incomplete}</p>` : nothing}
        <div><button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${contact.submit}</button></div>
      </form>
    `;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const fields = new FormData(form);
    const enterprise = String(fields.get('enterprise') ?? '').trim();
    const contact = String(fields.get('contact') ?? '').trim();
    this.incomplete = enterprise === '' || contact === '' || fields.get('consent') === null;
    if (this.incomplete) {
      form.querySelector<HTMLInputElement>('input:invalid')?.focus();
      return;
    }
    this.dispatchEvent(new CustomEvent('jw-contact', { detail: { enterprise, contact } }));
  }
}

if (customElements.get('jw-contact-form') === undefined) customElements.define('jw-contact-form', JwContactForm);
