import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { Backend } from '../core/backend';
import type { Account } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { loggedIn } from '../core/session';
import { theme } from '../core/theme';
import '../app/jw-header';
import '../chat/jw-notice';
import './jw-craftsman-desk';
import './jw-curator-desk';

/**
 * The desk: what it shows depends on the role of whoever is logged in.
 *
 * @element jw-desk
 */
export class JwDesk extends LitElement {
  static override properties = { account: { state: true }, failure: { state: true } };

  declare private account: Account | null;
  declare private failure: Failure | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    css`
      main {
        max-width: 72rem;
        margin: 0 auto;
        padding: 1rem 0.75rem 4rem;
      }
    `,
  ];

  constructor() {
    super();
    this.account = null;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    return html`
      <jw-header .account=${this.account} heading=${words.desk.title}></jw-header>
      <main lang=${tag}>
        <h1 class="hidden">${words.desk.title}</h1>
        <jw-notice .failure=${this.failure} retry @jw-retry=${this.open}></jw-notice>
        ${this.account === null ? nothing : this.desk(this.account)}
      </main>
    `;
  }

  private desk(account: Account): TemplateResult {
    if (account.role === 'CURATOR') return html`<jw-curator-desk></jw-curator-desk>`;
    const own = account.role === 'ASKER' ? html`<p class="muted">${this.say.words.desk.yourRole}</p>` : nothing;
    return html`${own}<jw-craftsman-desk .account=${account}></jw-craftsman-desk>`;
  }

  private async open(): Promise<void> {
    this.failure = null;
    try {
      this.account = await loggedIn(new Backend(''));
      if (this.account === null) window.location.replace(`/login?next=/desk${encodeURIComponent(window.location.hash)}`);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

customElements.define('jw-desk', JwDesk);
