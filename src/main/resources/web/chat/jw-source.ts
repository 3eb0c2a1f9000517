import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '../core/backend';
import type { Article, Citation } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import './jw-article';
import './jw-notice';

/**
 * A drawer with the article behind a citation, its very sentence marked. Esc, the close button or a click beside it
 * close it, and the focus goes back to where it was.
 *
 * @element jw-source
 * @prop citation - what to show; null keeps the drawer closed
 * @prop backend - where articles are read
 * @prop site - key of the site the reader visits
 * @fires jw-close
 */
export class JwSource extends LitElement {
  static override properties = {
    citation: { attribute: false },
    backend: { attribute: false },
    site: { attribute: false },
    article: { state: true },
    failure: { state: true },
  };

  declare citation: Citation | null;
  declare backend: Backend | null;
  declare site: string;
  declare private article: Article | null;
  declare private failure: Failure | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      dialog {
        position: fixed;
        inset: 0 0 0 auto;
        width: min(38rem, 100%);
        height: 100%;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: var(--_surface);
        color: var(--_text);
        box-shadow: -0.5rem 0 2rem rgb(0 0 0 / 25%);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      .frame {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        height: 100%;
      }
      header {
        justify-content: space-between;
        padding: 0.5rem 0.5rem 0.5rem 1rem;
        border-bottom: 1px solid var(--_line);
      }
      .body {
        overflow-y: auto;
        overscroll-behavior: contain;
        padding: 1rem;
      }
    `,
  ];

  constructor() {
    super();
    this.citation = null;
    this.backend = null;
    this.site = '';
    this.article = null;
    this.failure = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('citation')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.citation === null) {
      dialog?.close();
      return;
    }
    if (dialog?.open === false) dialog.showModal();
    void this.load(this.citation);
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    return html`
      <dialog aria-label=${words.source.title} lang=${tag} @close=${this.onClose} @click=${this.onClick}>
        <div class="frame">
          <header class="row">
            <h2>${words.source.title}</h2>
            <button @click=${this.onClose}>${words.close}</button>
          </header>
          <div class="body stack" tabindex="0" role="group" aria-label=${this.citation?.title ?? words.source.title}>
            ${this.article === null && this.failure === null ? html`<p role="status">${words.loading}</p>` : nothing}
            <jw-notice .failure=${this.failure} retry @jw-retry=${this.onRetry}></jw-notice>
            <jw-article
              .article=${this.article}
              .start=${this.citation?.start ?? 0}
              .end=${this.citation?.end ?? 0}
            ></jw-article>
            ${this.citation === null
              ? nothing
              : html`<p>
                  <a class="button" href=${this.address(this.citation)} target="_blank" rel="noopener">${words.source.open}</a>
                </p>`}
          </div>
        </div>
      </dialog>
    `;
  }

  private address({ article, version, start, end }: Citation): string {
    const query = new URLSearchParams({ article, version: `${version}`, start: `${start}`, end: `${end}` });
    if (this.site !== '') query.set('site', this.site);
    return `${this.backend?.base ?? ''}/source?${query.toString()}`;
  }

  private async load(citation: Citation): Promise<void> {
    this.article = null;
    this.failure = null;
    try {
      const path = `/articles/${encodeURIComponent(citation.article)}/versions/${citation.version}`;
      const article = (await this.backend?.get<Article>(path)) ?? null;
      if (this.citation === citation) this.article = article;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }

  private onRetry(): void {
    if (this.citation !== null) void this.load(this.citation);
  }

  private onClick(event: MouseEvent): void {
    if (event.target === event.currentTarget) this.onClose();
  }

  private onClose(): void {
    if (this.citation !== null) this.dispatchEvent(new CustomEvent('jw-close'));
  }
}

if (customElements.get('jw-source') === undefined) customElements.define('jw-source', JwSource);
