import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { KINDS, type Article } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/** What a curator can change about an article. */
export type Edit = Pick<Article, 'title' | 'text' | 'kind' | 'trade' | 'safety'>;

/**
 * The fields of an article. They follow the article, except while something is typed that is not saved.
 *
 * @element jw-article-form
 * @prop article - the article as last seen, null for a new one
 * @prop dirty - something was typed that is not saved
 * @fires jw-typed - after every change
 */
export class JwArticleForm extends LitElement {
  static override properties = { article: { attribute: false }, dirty: { attribute: false } };

  declare article: Article | null;
  declare dirty: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      textarea {
        min-height: 20rem;
        max-height: 75dvh;
        field-sizing: content;
        font-size: 0.95rem;
      }
      .facts {
        display: grid;
        gap: 0.75rem;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
      }
    `,
  ];

  constructor() {
    super();
    this.article = null;
    this.dirty = false;
  }

  /** What the fields say. */
  get edit(): Edit {
    const fields = new FormData(this.form ?? undefined);
    const text = (name: string): string => String(fields.get(name) ?? '').trim();
    return {
      title: text('title'),
      text: text('text').replaceAll('\r\n', '\n'),
      kind: KINDS.find((kind) => kind === text('kind')) ?? 'CASE',
      trade: text('trade') || null,
      safety: Number(text('safety')),
    };
  }

  /** Puts the cursor where something is missing; false when nothing is. */
  askForMissing(): boolean {
    const missing = this.form?.querySelector<HTMLElement>('input:invalid, textarea:invalid') ?? null;
    missing?.focus();
    return missing !== null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('article') && !this.dirty) this.form?.reset();
  }

  protected override render(): TemplateResult {
    const { words } = this.say;
    const { curate } = words;
    const { article } = this;
    return html`
      <form class="stack" novalidate @input=${this.onInput} @submit=${(event: Event) => event.preventDefault()}>
        <label class="field">
          <span>${curate.heading}</span>
          <input name="title" maxlength="200" .defaultValue=${article?.title ?? ''} required />
        </label>
        <label class="field">
          <span>${curate.text}</span>
          <textarea name="text" .defaultValue=${article?.text ?? ''} required></textarea>
        </label>
        <div class="facts">
          <label class="field">
            <span>${curate.kind}</span>
            <select name="kind">
              ${KINDS.map(
                (kind) =>
                  html`<option value=${kind} .defaultSelected=${kind === (article?.kind ?? 'CASE')}>${words.kinds[kind]}</option>`,
              )}
            </select>
          </label>
          <label class="field">
            <span>${curate.trade}</span>
            <input name="trade" maxlength="100" .defaultValue=${article?.trade ?? ''} />
          </label>
          <label class="field">
            <span>${curate.safety}</span>
            <select name="safety">
              ${curate.safetyLevels.map(
                (level, index) =>
                  html`<option value=${index} .defaultSelected=${index === (article?.safety ?? 0)}>${level}</option>`,
              )}
            </select>
          </label>
        </div>
      </form>
    `;
  }

  private get form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form');
  }

  private onInput(): void {
    this.dispatchEvent(new CustomEvent('jw-typed'));
  }
}

customElements.define('jw-article-form', JwArticleForm);
