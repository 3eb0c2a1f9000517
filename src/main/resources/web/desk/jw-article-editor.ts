import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { Article } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import '../chat/jw-article';
import '../chat/jw-notice';
import './jw-article-form';
import type { JwArticleForm } from './jw-article-form';

type Said = 'saved' | 'submitted' | 'approved' | 'retracted' | 'incomplete' | 'unsaved';

/** An article that is not stored yet. */
const BLANK: Article = {
  id: '',
  version: 1,
  state: 'DRAFT',
  kind: 'CASE',
  title: '',
  text: '',
  trade: null,
  author: null,
  source: null,
  safety: 0,
};

/**
 * Edits, previews and decides about one article.
 *
 * @element jw-article-editor
 * @prop backend - the service
 * @prop article - the article as last seen, null for a new one
 * @fires jw-changed - `{id}`: something was done to it, look again
 */
export class JwArticleEditor extends LitElement {
  static override properties = {
    backend: { attribute: false },
    article: { attribute: false },
    failure: { state: true },
    said: { state: true },
    busy: { state: true },
    preview: { state: true },
    dirty: { state: true },
  };

  declare backend: Backend | null;
  declare article: Article | null;
  declare private failure: Failure | null;
  declare private said: Said | null;
  declare private busy: boolean;
  declare private preview: Article | null;
  declare private dirty: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
        grid-template-columns: minmax(0, 1fr);
      }
      [hidden] {
        display: none;
      }
    `,
  ];

  constructor() {
    super();
    this.backend = null;
    this.article = null;
    this.failure = null;
    this.said = null;
    this.busy = false;
    this.preview = null;
    this.dirty = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('article')) return;
    const before = changed.get('article') ?? null;
    // What was typed belongs to the article it was typed for; a new one that was just saved stays at hand.
    if (before?.id !== this.article?.id && (before !== null || this.dirty)) this.forget();
  }

  protected override render(): TemplateResult {
    const { words } = this.say;
    const { curate } = words;
    const { article } = this;
    const state = article?.state ?? 'DRAFT';
    return html`
      <div class="card stack" ?hidden=${this.preview !== null}>
        <p class="muted">
          ${[curate.states[state], article === null ? null : words.source.version(article.version), article?.author]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <jw-article-form .article=${article} .dirty=${this.dirty} @jw-typed=${this.onTyped}></jw-article-form>
        ${this.actions()}
      </div>
      ${this.preview === null ? nothing : this.previewed(this.preview)}
      <p role="status">${this.said === null ? '' : curate[this.said]}</p>
      <jw-notice .failure=${this.failure}></jw-notice>
    `;
  }

  private actions(): TemplateResult {
    const { curate } = this.say.words;
    const state = this.article?.state;
    const off = this.busy ? 'true' : 'false';
    return html`<div class="row">
      <button class=${state === 'IN_REVIEW' ? '' : 'main'} aria-disabled=${off} @click=${this.save}>${curate.save}</button>
      ${state === 'DRAFT' ? this.action('submit', curate.submit) : nothing}
      ${state === 'IN_REVIEW' ? this.action('approve', curate.approve) : nothing}
      <button @click=${() => (this.preview = { ...(this.article ?? BLANK), ...this.form?.edit })}>${curate.preview}</button>
      ${state === 'PUBLISHED' ? this.action('retract', curate.retract) : nothing}
    </div>`;
  }

  private action(event: 'submit' | 'approve' | 'retract', label: string): TemplateResult {
    return html`<button
      class=${event === 'retract' ? '' : 'main'}
      aria-disabled=${this.busy ? 'true' : 'false'}
      @click=${() => this.decide(event)}
    >
      ${label}
    </button>`;
  }

  private previewed(article: Article): TemplateResult {
    return html`<div class="card stack">
      <jw-article .article=${article}></jw-article>
      <p><button @click=${() => (this.preview = null)}>${this.say.words.curate.edit}</button></p>
    </div>`;
  }

  private get form(): JwArticleForm | null {
    return this.renderRoot.querySelector<JwArticleForm>('jw-article-form');
  }

  private onTyped(): void {
    this.dirty = true;
    this.said = null;
  }

  private async save(): Promise<void> {
    const { article, form } = this;
    if (form === null) return;
    if (form.askForMissing()) {
      this.said = 'incomplete';
      return;
    }
    const { edit } = form;
    await this.act('saved', (backend) =>
      article === null
        ? backend.post<Article>('/articles', edit)
        : backend.put<Article>(`/articles/${article.id}`, { version: article.version, ...edit }),
    );
  }

  private async decide(event: 'submit' | 'approve' | 'retract'): Promise<void> {
    const { article } = this;
    if (article === null) return;
    if (this.dirty && event !== 'retract') {
      this.said = 'unsaved';
      return;
    }
    const said = event === 'submit' ? 'submitted' : event === 'approve' ? 'approved' : 'retracted';
    await this.act(said, async (backend) => {
      await backend.post(`/articles/${article.id}/${event}`, { version: article.version });
      return article;
    });
  }

  private async act(said: Said, work: (backend: Backend) => Promise<Article>): Promise<void> {
    if (this.backend === null || this.busy) return;
    this.busy = true;
    this.failure = null;
    this.said = null;
    try {
      // The next decision is about what was just saved, also before the list around has looked again.
      this.article = await work(this.backend);
      this.said = said;
      this.dirty = false;
      this.changedNow(this.article.id);
    } catch (thrown) {
      this.failure = asFailure(thrown);
      if (this.failure.status === 409 && this.article !== null) this.changedNow(this.article.id);
    } finally {
      this.busy = false;
    }
  }

  private changedNow(id: string): void {
    this.dispatchEvent(new CustomEvent('jw-changed', { detail: { id } }));
  }

  private forget(): void {
    this.dirty = false;
    this.preview = null;
    this.failure = null;
    this.said = null;
  }
}

customElements.define('jw-article-editor', JwArticleEditor);
