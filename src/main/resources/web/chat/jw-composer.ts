import { LitElement, css, html, type TemplateResult } from 'lit';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * Where a question is typed. Enter sends, Shift+Enter breaks the line; Enter that picks a word in an input method does
 * neither.
 *
 * @element jw-composer
 * @prop value - the text
 * @prop busy - an answer is on its way: typing goes on, sending waits, and it can be stopped
 * @prop asked - the assistant asked back: what is typed answers that
 * @fires jw-ask - `{text}`, trimmed and not empty
 * @fires jw-stop - no more of the answer that is on its way
 * @fires jw-typed - `{text}` after every change
 */
export class JwComposer extends LitElement {
  static override properties = {
    value: { attribute: false },
    busy: { attribute: false },
    asked: { attribute: false },
  };

  declare value: string;
  declare busy: boolean;
  declare asked: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.5rem;
        align-items: end;
        padding: 0.75rem;
        background: var(--_surface);
        border-top: 1px solid var(--_line);
      }
      textarea {
        height: 4.75rem;
        max-height: 40dvh;
        field-sizing: content;
        min-height: 3rem;
      }
    `,
  ];

  constructor() {
    super();
    this.value = '';
    this.busy = false;
    this.asked = false;
  }

  protected override render(): TemplateResult {
    const { words } = this.say;
    return html`
      <form @submit=${this.onSubmit}>
        <textarea
          aria-label=${words.chat.question}
          placeholder=${this.asked ? words.chat.answerBack : words.chat.placeholder}
          rows="2"
          enterkeyhint="send"
          .value=${this.value}
          @input=${this.onInput}
          @keydown=${this.onKey}
        ></textarea>
        <div class="row">
          ${this.busy
            ? html`<button type="button" @click=${this.stop}>${words.chat.stop}</button>`
            : html`<button class="main">${words.chat.send}</button>`}
        </div>
      </form>
    `;
  }

  private onInput(event: Event): void {
    this.value = (event.target as HTMLTextAreaElement).value;
    this.tell('jw-typed', this.value);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    this.onSubmit(event);
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const text = this.value.trim();
    if (this.busy) return;
    if (text === '') {
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    this.value = '';
    this.tell('jw-typed', '');
    this.tell('jw-ask', text);
  }

  private stop(): void {
    this.dispatchEvent(new CustomEvent('jw-stop'));
  }

  private tell(type: string, text: string): void {
    this.dispatchEvent(new CustomEvent(type, { detail: { text } }));
  }
}

if (customElements.get('jw-composer') === undefined) customElements.define('jw-composer', JwComposer);
