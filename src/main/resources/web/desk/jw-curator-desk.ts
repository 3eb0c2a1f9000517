import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { Backend } from '../core/backend';
import type { Article, ArticleState, LiveEvent } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { Live } from '../core/live';
import { everyItem } from '../core/pages';
import { accountSession, loggedIn } from '../core/session';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import './jw-article-editor';
import './jw-imports';
import { deskLayout } from './layout';

const STATES: readonly ArticleState[] = ['IN_REVIEW', 'DRAFT', 'PUBLISHED', 'RETRACTED'];

/**
 * The desk of curators: articles by state, the one at hand, and loading files. The address keeps what is shown:
 * `#a=ID`, `#new`, `#import`.
 *
 * @element jw-curator-desk
 */
export class JwCuratorDesk extends LitElement {
  static override properties = {
    state: { state: true },
    articles: { state: true },
    article: { state: true },
    place: { state: true },
    failure: { state: true },
  };

  declare private state: ArticleState;
  declare private articles: readonly Article[];
  declare private article: Article | null;
  declare private place: 'list' | 'article' | 'new' | 'import';
  declare private failure: Failure | null;

  private readonly say = new Localised(this);
  private readonly backend = new Backend('');
  private live: Live | null = null;
  private readonly onHash = (): void => void this.show();

  static override styles = [
    theme,
    controls,
    deskLayout,
    css`
      li .button {
        display: grid;
        justify-content: stretch;
        line-height: 1.45;
      }
      [aria-current] {
        border-color: var(--_accent);
        box-shadow: inset 4px 0 var(--_accent);
      }
    `,
  ];

  constructor() {
    super();
    this.state = 'IN_REVIEW';
    this.articles = [];
    this.article = null;
    this.place = 'list';
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.onHash);
    void this.listen();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onHash);
    this.live?.close();
  }

  protected override render(): TemplateResult {
    const { curate } = this.say.words;
    return html`
      <div class="desk ${this.place === 'list' ? '' : 'picked'}">
        <aside class="stack list">
          <nav class="row" aria-label=${curate.title}>
            <a class="button" href="#import" aria-current=${this.place === 'import' ? 'true' : nothing}>${curate.imports}</a>
            <a class="button" href="#new" aria-current=${this.place === 'new' ? 'true' : nothing}>${curate.fresh}</a>
          </nav>
          <label class="field">
            <span>${curate.state}</span>
            <select .value=${this.state} @change=${this.onState}>
              ${STATES.map((state) => html`<option value=${state}>${curate.states[state]}</option>`)}
            </select>
          </label>
          ${this.list()}
        </aside>
        <div class="detail stack">
          ${this.place === 'list'
            ? html`<p class="muted empty">${curate.pick}</p>`
            : html`<p class="back"><a class="button" href="#">${this.say.words.desk.back}</a></p>`}
          <jw-notice .failure=${this.failure} retry @jw-retry=${this.load}></jw-notice>
          ${this.detail()}
        </div>
      </div>
    `;
  }

  private list(): TemplateResult {
    const { words } = this.say;
    return html`
      ${this.articles.length === 0 ? html`<p class="muted">${words.curate.none}</p>` : nothing}
      <ul class="stack" aria-label=${words.curate.articles}>
        ${this.articles.map(
          ({ id, title, kind, author }) => html`<li>
            <a class="button" href=${`#a=${id}`} aria-current=${id === this.article?.id ? 'true' : nothing}>
              <span>${title}</span>
              <span class="muted">${[words.kinds[kind] ?? kind, author].filter(Boolean).join(' · ')}</span>
            </a>
          </li>`,
        )}
      </ul>
    `;
  }

  private detail(): TemplateResult | typeof nothing {
    if (this.place === 'import') {
      return html`<jw-imports .backend=${this.backend} @jw-changed=${this.load}></jw-imports>`;
    }
    if (this.place === 'list') return nothing;
    return html`<jw-article-editor
      .backend=${this.backend}
      .article=${this.article}
      @jw-changed=${(event: CustomEvent<{ id: string }>) => this.onChanged(event.detail.id)}
    ></jw-article-editor>`;
  }

  private async listen(): Promise<void> {
    const account = await loggedIn(this.backend).catch(() => null);
    if (account === null || !this.isConnected) return;
    this.live = new Live(accountSession(this.backend, account));
    this.live.follow((event) => this.hear(event));
  }

  private hear(event: LiveEvent): void {
    if (event.type.startsWith('article.')) void this.loadList();
  }

  private onState(event: Event): void {
    this.state = (event.target as HTMLSelectElement).value as ArticleState;
    void this.load();
  }

  private onChanged(id: string): void {
    if (window.location.hash === `#a=${id}`) void this.load();
    else window.location.hash = `a=${id}`;
  }

  private async load(): Promise<void> {
    this.failure = null;
    await this.loadList();
    await this.show();
  }

  private async loadList(): Promise<void> {
    try {
      this.articles = await everyItem<Article>(this.backend, `/articles?state=${this.state}&limit=100`);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private async show(): Promise<void> {
    const { hash } = window.location;
    const id = /^#a=(.+)$/.exec(hash)?.[1];
    this.place = id !== undefined ? 'article' : hash === '#new' ? 'new' : hash === '#import' ? 'import' : 'list';
    if (id === undefined) {
      this.article = null;
      return;
    }
    try {
      this.article = await this.backend.get<Article>(`/articles/${id}`);
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}

customElements.define('jw-curator-desk', JwCuratorDesk);
