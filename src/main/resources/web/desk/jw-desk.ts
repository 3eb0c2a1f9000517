import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { Backend } from '../core/backend';
import type { Account } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { loggedIn } from '../core/session';
import { controls, theme } from '../core/theme';
import '../app/jw-header';
import '../chat/jw-notice';
import './jw-audits';
import './jw-craftsman-desk';
import './jw-curator-desk';
import './jw-lists';

const AUDITS = /^#audits(=|$)/;
const LISTS = /^#lists(=|$)/;

/**
 * The desk: what it shows depends on the role of whoever is logged in; `#audits` is the place of audits,
 * `#lists` that of lists of problems.
 *
 * @element jw-desk
 */
export class JwDesk extends LitElement {
  static override properties = { account: { state: true }, place: { state: true }, failure: { state: true } };

  declare private account: Account | null;
  declare private place: 'work' | 'audits' | 'lists';
  declare private failure: Failure | null;

  private readonly backend = new Backend('');
  private readonly onHash = (): void => {
    const { hash } = window.location;
    this.place = AUDITS.test(hash) ? 'audits' : LISTS.test(hash) ? 'lists' : 'work';
  };
  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      nav {
        margin-block-end: 1rem;
      }
      [aria-current] {
        border-color: var(--_accent);
        box-shadow: inset 0 -4px var(--_accent);
      }
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
    this.place = 'work';
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    this.onHash();
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
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
    if (account.role === 'ASKER') return this.work(account);
    const { words } = this.say;
    const own = account.role === 'CURATOR' ? words.curate.articles : words.audit.tickets;
    return html`
      <nav class="row" aria-label=${words.desk.title}>
        ${this.link('#', 'work', own)} ${this.link('#audits', 'audits', words.audit.title)}
        ${account.role === 'DISPATCHER' ? this.link('#lists', 'lists', words.lists.title) : nothing}
      </nav>
      ${this.shown(account)}
    `;
  }

  private link(address: string, place: string, name: string): TemplateResult {
    return html`<a class="button" href=${address} aria-current=${this.place === place ? 'page' : nothing}>${name}</a>`;
  }

  private shown(account: Account): TemplateResult {
    if (this.place === 'audits') {
      return html`<jw-audits .account=${account} .backend=${this.backend}></jw-audits>`;
    }
    if (this.place === 'lists' && account.role === 'DISPATCHER') {
      return html`<jw-lists .backend=${this.backend}></jw-lists>`;
    }
    return this.work(account);
  }

  private work(account: Account): TemplateResult {
    if (account.role === 'CURATOR') return html`<jw-curator-desk></jw-curator-desk>`;
    const own = account.role === 'ASKER' ? html`<p class="muted">${this.say.words.desk.yourRole}</p>` : nothing;
    return html`${own}<jw-craftsman-desk .account=${account}></jw-craftsman-desk>`;
  }

  private async open(): Promise<void> {
    this.failure = null;
    try {
      this.account = await loggedIn(this.backend);
      if (this.account === null) window.location.replace(`/login?next=/desk${encodeURIComponent(window.location.hash)}`);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

customElements.define('jw-desk', JwDesk);
