import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import type { Safety } from './draft';

/**
 * Where a craftsman writes the reply, or gives the ticket back.
 *
 * @element jw-reply-box
 * @prop text - the draft
 * @prop safety - where the draft is safe
 * @prop savedAt - when the service last confirmed it
 * @prop busy - something is being sent
 * @fires jw-draft - `{text}` after every change
 * @fires jw-leave - the field was left: save now
 * @fires jw-reply - `{text, consent}`
 * @fires jw-release - `{reason}`
 */
export class JwReplyBox extends LitElement {
  static override properties = {
    text: { attribute: false },
    safety: { attribute: false },
    savedAt: { attribute: false },
    busy: { attribute: false },
    empty: { state: true },
    releasing: { state: true },
  };

  declare text: string;
  declare safety: Safety;
  declare savedAt: Date | null;
  declare busy: boolean;
  declare private empty: boolean;
  declare private releasing: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      textarea {
        min-height: 12rem;
        field-sizing: content;
        max-height: 70dvh;
      }
      .row button:first-child {
        flex: 1 1 10rem;
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.safety = 'untouched';
    this.savedAt = null;
    this.busy = false;
    this.empty = false;
    this.releasing = false;
  }

  protected override render(): TemplateResult {
    const { desk } = this.say.words;
    const off = this.busy ? 'true' : 'false';
    return html`
      <form class="card stack" @submit=${this.onSubmit}>
        <div class="field">
          <label for="text">${desk.reply}</label>
          <textarea
            id="text"
            maxlength="20000"
            aria-describedby="hint"
            .value=${this.text}
            @input=${this.onInput}
            @blur=${() => this.tell('jw-leave', {})}
          ></textarea>
          <span class="muted" id="hint">${desk.replyHint}</span>
        </div>
        <p class="muted" role="status">${this.safe()}</p>
        ${this.empty ? html`<p role="alert">${desk.emptyReply}</p>` : nothing}
        <label class="check"><input type="checkbox" name="consent" checked />${desk.consent}</label>
        <div class="row">
          <button class="main" aria-disabled=${off}>${desk.send}</button>
          <button type="button" aria-expanded=${this.releasing ? 'true' : 'false'} @click=${this.onReleasing}>
            ${desk.release}
          </button>
        </div>
      </form>
      ${this.releasing ? this.release() : nothing}
    `;
  }

  private release(): TemplateResult {
    const { desk } = this.say.words;
    return html`<form class="card stack" @submit=${this.onRelease}>
      <label class="field"><span>${desk.releaseReason}</span><input name="reason" maxlength="500" required /></label>
      <div><button aria-disabled=${this.busy ? 'true' : 'false'}>${desk.releaseConfirm}</button></div>
    </form>`;
  }

  private safe(): string {
    const { desk } = this.say.words;
    switch (this.safety) {
      case 'untouched':
        return '';
      case 'saving':
        return desk.saving;
      case 'device':
        return desk.savedHere;
      case 'service':
        return desk.saved(this.savedAt === null ? '' : this.say.clock(this.savedAt));
      case 'stale':
        return desk.stale;
    }
  }

  private onInput(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.tell('jw-draft', { text: this.text });
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const text = this.text.trim();
    this.empty = text === '';
    if (this.empty) {
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    const consent = new FormData(event.currentTarget as HTMLFormElement).get('consent') !== null;
    this.tell('jw-reply', { text, consent });
  }

  private onReleasing(): void {
    this.releasing = !this.releasing;
  }

  private onRelease(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get('reason') ?? '').trim();
    if (reason !== '') this.tell('jw-release', { reason });
  }

  private tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('jw-reply-box', JwReplyBox);
