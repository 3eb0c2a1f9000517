import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Account, Article } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { openSession } from '../core/session';
import { theme } from '../core/theme';
import '../chat/jw-article';
import '../chat/jw-notice';
import './jw-header';

/**
 * One version of an article at an address of its own: `/source?article=ID&version=N&start=S&end=E`, with the stretch
 * from S to E marked. Without `version` the newest one.
 *
 * @element jw-source-page
 */
export class JwSourcePage extends LitElement {
  static override properties = { account: { state: true }, article: { state: true }, failure: { state: true } };

  declare private account: Account | null;
  declare private article: Article | null;
  declare private failure: Failure | null;

  private readonly say = new Localised(this);
  private readonly wanted = new URLSearchParams(window.location.search);

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
    this.account = null;
    this.article = null;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    const missing = !this.wanted.has('article');
    return html`
      <jw-header .account=${this.account} heading=${this.article?.title ?? words.source.title}></jw-header>
      <main lang=${tag} aria-label=${words.source.title}>
        <h1 class="hidden">${words.source.title}</h1>
        <div class="card stack">
          ${missing ? html`<p>${words.source.missing}</p>` : nothing}
          ${!missing && this.article === null && this.failure === null
            ? html`<p role="status">${words.loading}</p>`
            : nothing}
          <jw-notice .failure=${this.failure} retry @jw-retry=${this.load}></jw-notice>
          <jw-article .article=${this.article} .start=${this.offset('start')} .end=${this.offset('end')}></jw-article>
        </div>
      </main>
    `;
  }

  private offset(name: string): number {
    const value = Number(this.wanted.get(name));
    return Number.isSafeInteger(value) && value > 0 ? value : 0;
  }

  private async load(): Promise<void> {
    const id = this.wanted.get('article');
    if (id === null) return;
    this.failure = null;
    try {
      const session = await openSession('', this.wanted.get('site') ?? 'demo');
      this.account = session.account;
      const version = this.offset('version');
      const path = `/articles/${encodeURIComponent(id)}${version === 0 ? '' : `/versions/${version}`}`;
      this.article = await session.backend.get<Article>(path);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

customElements.define('jw-source-page', JwSourcePage);
