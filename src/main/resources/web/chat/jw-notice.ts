import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * What went wrong, in words, and what to do now.
 *
 * @element jw-notice
 * @attr retry - offers to try again
 * @attr edit - offers to change what was sent
 * @prop failure - the failure; nothing is shown for null
 * @fires jw-retry, jw-edit
 */
export class JwNotice extends LitElement {
  static override properties = { failure: { attribute: false }, retry: { type: Boolean }, edit: { type: Boolean } };

  declare failure: Failure | null;
  declare retry: boolean;
  declare edit: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      /* Takes no room while there is nothing to say. */
      :host {
        display: contents;
      }
      [role='alert'] {
        border-inline-start: 4px solid var(--_danger);
        padding: 0.25rem 0 0.25rem 0.75rem;
      }
      strong {
        color: var(--_danger);
      }
    `,
  ];

  constructor() {
    super();
    this.failure = null;
    this.retry = false;
    this.edit = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.say;
    const { failure } = this;
    if (failure === null) return nothing;
    const again = this.retry && ![400, 401, 403, 404, 413, 422].includes(failure.status);
    return html`
      <div role="alert" class="stack">
        <p><strong>${failure.said(words)}</strong> ${failure.nextStep(words)}</p>
        <p class="row">
          ${again ? html`<button @click=${() => this.tell('jw-retry')}>${words.retry}</button>` : nothing}
          ${this.edit ? html`<button @click=${() => this.tell('jw-edit')}>${words.chat.edit}</button>` : nothing}
          ${failure.status === 401 ? html`<a class="button" href=${this.logIn()}>${words.nav.logIn}</a>` : nothing}
        </p>
      </div>
    `;
  }

  private logIn(): string {
    return `/login?next=${encodeURIComponent(window.location.pathname + window.location.search)}`;
  }

  private tell(type: string): void {
    this.dispatchEvent(new CustomEvent(type));
  }
}

if (customElements.get('jw-notice') === undefined) customElements.define('jw-notice', JwNotice);
