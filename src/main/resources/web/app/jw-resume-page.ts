import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { resumeVisit } from '../core/session';
import { theme } from '../core/theme';
import '../chat/jw-chat';
import '../chat/jw-notice';
import './jw-header';

/**
 * Where resume links lead: `/resume#LINK`. What stands behind the `#` never leaves the browser but in the body of one
 * request, and is taken out of the address at once.
 *
 * @element jw-resume-page
 */
export class JwResumePage extends LitElement {
  static override properties = { thread: { state: true }, missing: { state: true }, failure: { state: true } };

  declare private thread: { readonly site: string; readonly conversation: string } | null;
  declare private missing: boolean;
  declare private failure: Failure | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    css`
      main {
        max-width: 48rem;
        margin: 0 auto;
        padding: 1rem 0.75rem 4rem;
      }
    `,
  ];

  constructor() {
    super();
    this.thread = null;
    this.missing = false;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    return html`
      <jw-header heading=${words.resume.heading}></jw-header>
      <main lang=${tag}>
        <h1 class="hidden">${words.resume.heading}</h1>
        ${this.missing ? html`<p class="card">${words.resume.missing}</p>` : nothing}
        <jw-notice .failure=${this.failure}></jw-notice>
        ${this.thread === null
          ? nothing
          : html`<jw-chat site=${this.thread.site} .conversation=${this.thread.conversation}></jw-chat>`}
      </main>
    `;
  }

  private async open(): Promise<void> {
    const link = window.location.hash.slice(1);
    window.history.replaceState(null, '', '/resume');
    this.missing = link === '';
    if (this.missing) return;
    try {
      this.thread = await resumeVisit(link);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

customElements.define('jw-resume-page', JwResumePage);
