import { LitElement, html, type TemplateResult } from 'lit';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/** What somebody wants a craftsman for. */
export interface PersonWish {
  readonly question: string;
  readonly confidential: boolean;
}

/**
 * Asks for a craftsman without asking the knowledge base first; the question may be kept confidential.
 *
 * @element jw-person-form
 * @prop busy - it is being sent
 * @fires jw-person - a PersonWish
 */
export class JwPersonForm extends LitElement {
  static override properties = { busy: { attribute: false } };

  declare busy: boolean;

  private readonly say = new Localised(this);

  static override styles = [theme, controls];

  constructor() {
    super();
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const { wish } = this.say.words;
    return html`
      <details>
        <summary>${wish.title}</summary>
        <form class="stack" @submit=${this.onSubmit}>
          <label class="field"
            ><span>${wish.question}</span><textarea name="question" rows="4" maxlength="2000" required></textarea></label
          >
          <label class="check"><input type="checkbox" name="confidential" /> <span>${wish.confidential}</span></label>
          <p class="muted">${wish.confidentialHint}</p>
          <div><button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${wish.send}</button></div>
        </form>
      </details>
    `;
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const question = String(data.get('question') ?? '').trim();
    if (question === '') return;
    const wish: PersonWish = { question, confidential: data.get('confidential') !== null };
    this.dispatchEvent(new CustomEvent('jw-person', { detail: wish }));
    form.reset();
  }
}

if (customElements.get('jw-person-form') === undefined) customElements.define('jw-person-form', JwPersonForm);
