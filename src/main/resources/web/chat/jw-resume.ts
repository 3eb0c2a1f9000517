import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { ResumeLink } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import './jw-notice';

/**
 * The link and QR code by which a visitor goes on with his thread on another device.
 *
 * @element jw-resume
 * @prop backend - the service, called as the visitor
 * @prop conversation - id of the thread
 */
export class JwResume extends LitElement {
  static override properties = {
    backend: { attribute: false },
    conversation: { attribute: false },
    link: { state: true },
    revoked: { state: true },
    failure: { state: true },
  };

  declare backend: Backend | null;
  declare conversation: string | null;
  declare private link: ResumeLink | null;
  declare private revoked: boolean;
  declare private failure: Failure | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      img {
        display: block;
        width: 10rem;
        max-width: 100%;
        border-radius: 0.25rem;
      }
    `,
  ];

  constructor() {
    super();
    this.backend = null;
    this.conversation = null;
    this.link = null;
    this.revoked = false;
    this.failure = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('conversation')) void this.make();
  }

  protected override render(): TemplateResult {
    const { resume } = this.say.words;
    return html`
      <section class="card" aria-label=${resume.title}>
        <details>
          <summary>${resume.title}</summary>
          <div class="stack">
            <jw-notice .failure=${this.failure} retry @jw-retry=${this.make}></jw-notice>
            <p role="status">${this.revoked ? resume.revoked : ''}</p>
            ${this.revoked ? html`<div><button @click=${this.make}>${resume.fresh}</button></div>` : nothing}
            ${this.link === null ? nothing : this.shown(this.link)}
          </div>
        </details>
      </section>
    `;
  }

  private shown({ url, qr, expiresAt }: ResumeLink): TemplateResult {
    const { resume } = this.say.words;
    return html`
      <p class="muted">${resume.hint}</p>
      <img src=${qr} alt=${resume.code} />
      <p><a href=${url} rel="noreferrer" target="_blank">${resume.link}</a></p>
      <p class="muted">${resume.until(this.say.time(expiresAt))}</p>
      <div><button @click=${this.revoke}>${resume.revoke}</button></div>
    `;
  }

  private async make(): Promise<void> {
    const { backend, conversation } = this;
    if (backend === null || conversation === null) return;
    this.failure = null;
    try {
      this.link = await backend.put<ResumeLink>(`/conversations/${conversation}/resume-link`, {});
      this.revoked = false;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private async revoke(): Promise<void> {
    const { backend, conversation } = this;
    if (backend === null || conversation === null) return;
    this.failure = null;
    try {
      await backend.send('DELETE', `/conversations/${conversation}/resume-link`, {});
      this.link = null;
      this.revoked = true;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

if (customElements.get('jw-resume') === undefined) customElements.define('jw-resume', JwResume);
