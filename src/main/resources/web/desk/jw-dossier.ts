import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Dossier, DroppedSentence, TriedPassage } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * What was already tried before a person was asked.
 *
 * @element jw-dossier
 * @prop dossier - the snapshot made at hand-over
 * @attr usable - offers the suggested draft for the reply
 * @fires jw-use - `{text}` of the suggested draft
 */
export class JwDossier extends LitElement {
  static override properties = { dossier: { attribute: false }, usable: { type: Boolean } };

  declare dossier: Dossier | null;
  declare usable: boolean;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      dl {
        display: grid;
        gap: 0.1rem 1rem;
      }
      dt {
        color: var(--_muted);
      }
      dd {
        margin-bottom: 0.4rem;
      }
      @media (min-width: 40rem) {
        dl {
          grid-template-columns: auto minmax(0, 1fr);
        }
      }
      li {
        border-inline-start: 3px solid var(--_line);
        padding-inline-start: 0.75rem;
      }
    `,
  ];

  constructor() {
    super();
    this.dossier = null;
    this.usable = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.say;
    const { dossier } = this;
    if (dossier === null) return nothing;
    return html`
      <section class="card" aria-label=${words.desk.dossier}>
        <details open>
          <summary>${words.desk.dossier}</summary>
          <div class="stack">
            <dl>
              <dt>${words.desk.reason}</dt>
              <dd>${words.desk.reasons[dossier.reason] ?? dossier.reason}</dd>
              ${dossier.probability === null ? nothing : this.probability(dossier.probability, dossier.threshold)}
              <dt>${words.desk.rewritten}</dt>
              <dd>${dossier.rewritten}</dd>
            </dl>
            <h3>${words.desk.tried}</h3>
            ${dossier.passages.length === 0 ? html`<p class="muted">${words.desk.noTried}</p>` : nothing}
            <ol class="stack">
              ${[...byArticle(dossier.passages)].map(([address, passages]) => this.article(address, passages))}
            </ol>
            ${dossier.dropped.length === 0 ? nothing : this.dropped(dossier.dropped)}
            ${dossier.draft ? this.suggestion(dossier.draft) : nothing}
          </div>
        </details>
      </section>
    `;
  }

  private probability(probability: number, threshold: number | null): TemplateResult {
    const { words } = this.say;
    const needed = threshold === null ? '' : ` (${words.desk.threshold(words.percent(threshold))})`;
    return html`<dt>${words.desk.probability}</dt>
      <dd>${words.percent(probability)}${needed}</dd>`;
  }

  private article(address: string, passages: readonly TriedPassage[]): TemplateResult {
    const { words } = this.say;
    const [first] = passages;
    const best = Math.max(...passages.map(({ score }) => score));
    return html`<li class="stack">
      <p>
        <a href=${address} target="_blank" rel="noopener">${first?.title || first?.article}</a>
        <span class="muted">${words.desk.score} ${words.percent(best)}</span>
      </p>
      ${passages.map(({ quote }) => html`<p class="words">${quote}</p>`)}
    </li>`;
  }

  private dropped(sentences: readonly DroppedSentence[]): TemplateResult {
    const { desk } = this.say.words;
    return html`
      <h3>${desk.dropped(sentences.length)}</h3>
      <ul class="stack">
        ${sentences.map(
          ({ text, flaw, composer }) =>
            html`<li>
              <p class="words">${text}</p>
              <p class="muted">${flaw}${composer === 'MODEL' ? ` · ${desk.byModel}` : nothing}</p>
            </li>`,
        )}
      </ul>
    `;
  }

  private suggestion(text: string): TemplateResult {
    const { desk } = this.say.words;
    return html`
      <h3>${desk.suggestion}</h3>
      <p class="words">${text}</p>
      ${this.usable ? html`<p><button @click=${() => this.use(text)}>${desk.useSuggestion}</button></p>` : nothing}
    `;
  }

  private use(text: string): void {
    this.dispatchEvent(new CustomEvent('jw-use', { detail: { text } }));
  }
}

/** Passages under the address of their article, articles in the order of their best passage. */
function byArticle(passages: readonly TriedPassage[]): ReadonlyMap<string, TriedPassage[]> {
  const articles = new Map<string, TriedPassage[]>();
  for (const passage of passages) {
    const { article, version } = passage;
    const address = `/source?${new URLSearchParams({ article, version: `${version}` }).toString()}`;
    articles.set(address, [...(articles.get(address) ?? []), passage]);
  }
  return articles;
}

customElements.define('jw-dossier', JwDossier);
