import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import type { Citation, Sentence } from '../core/contract';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import type { TurnView } from './thread';

/**
 * An answer: sentences with their numbered citations, the sources below, and who wrote it.
 *
 * @element jw-answer
 * @prop view - the turn it answers, complete or still growing
 * @fires jw-cite - the Citation that was clicked
 * @csspart sentence, citation
 */
export class JwAnswer extends LitElement {
  static override properties = { view: { attribute: false } };

  declare view: TurnView | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      .words > p {
        margin: 0 0 0.5rem;
      }
      .cite {
        position: relative;
        min-width: 1.9rem;
        min-height: 1.6rem;
        padding: 0 0.3rem;
        margin-inline: 0.15rem;
        border-color: var(--_accent);
        border-radius: 0.4rem;
        color: var(--_accent);
        font-size: 0.8rem;
        line-height: 1.2;
        vertical-align: baseline;
        white-space: nowrap;
      }
      .cite::after {
        content: '';
        position: absolute;
        inset: -0.6rem -0.3rem;
      }
      ul {
        border-top: 1px solid var(--_line);
        padding-top: 0.5rem;
      }
      .source {
        display: flex;
        width: 100%;
        justify-content: flex-start;
        align-items: baseline;
        padding-inline: 0.25rem;
        font-size: 0.9rem;
        color: var(--_text);
      }
      .source strong {
        display: block;
        font-weight: 600;
      }
      .tag {
        border: 1px solid var(--_line);
        border-radius: 0.4rem;
        padding: 0 0.45rem;
      }
    `,
  ];

  constructor() {
    super();
    this.view = null;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { words } = this.say;
    const { view } = this;
    if (view === null) return nothing;
    const { turn } = view;
    return html`
      <div class="card stack">
        <div class="words">${view.sentences.map((sentence) => this.sentence(sentence))}</div>
        ${view.citations.length === 0
          ? nothing
          : html`<ul aria-label=${words.chat.sources}>
              ${byArticle(view.citations).map((citations) => this.source(citations))}
            </ul>`}
        ${turn === null
          ? nothing
          : html`<p class="row muted">
              <span class="tag">${turn.answer?.composer === 'MODEL' ? words.chat.model : words.chat.extractive}</span>
              ${turn.probability === null
                ? nothing
                : html`<span>${words.chat.confidence(words.percent(turn.probability))}</span>`}
            </p>`}
      </div>
    `;
  }

  private sentence({ text, citations }: Sentence): TemplateResult {
    // A line each: steps are read one at a time, with a look at the machine between.
    return html`<p><span part="sentence">${text}</span>${citations.map((number) => this.button(number))}</p>`;
  }

  private button(number: number): TemplateResult {
    return html`<button
      class="cite"
      part="citation"
      aria-label=${this.say.words.chat.citation(number)}
      @click=${() => this.open(this.view?.citations.find((citation) => citation.number === number))}
      >[${number}]</button
    >`;
  }

  private source(citations: readonly Citation[]): TemplateResult | typeof nothing {
    const [first] = citations;
    if (first === undefined) return nothing;
    const kind = this.say.words.kinds[first.kind] ?? first.kind;
    return html`<li>
      <button class="plain source" @click=${() => this.open(first)}>
        <span>
          <strong>${first.title}</strong>
          <span class="muted">${[kind, first.author].filter(Boolean).join(' · ')}</span>
          <span class="muted">[${citations.map(({ number }) => number).join(', ')}]</span>
        </span>
      </button>
    </li>`;
  }

  private open(citation: Citation | undefined): void {
    // The sentence can arrive a moment before its citation.
    if (citation === undefined) return;
    this.dispatchEvent(new CustomEvent('jw-cite', { detail: citation, bubbles: true, composed: true }));
  }
}

/** Citations of the same article version together, in the order of their first. */
function byArticle(citations: readonly Citation[]): readonly (readonly Citation[])[] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const key = `${citation.article} ${citation.version}`;
    groups.set(key, [...(groups.get(key) ?? []), citation]);
  }
  return [...groups.values()];
}

if (customElements.get('jw-answer') === undefined) customElements.define('jw-answer', JwAnswer);
