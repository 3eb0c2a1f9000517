import { LitElement, css, html, type TemplateResult } from 'lit';
import type { JwChat } from '../chat/jw-chat';
import { Backend } from '../core/backend';
import type { Account } from '../core/contract';
import { Localised } from '../core/language';
import { loggedIn } from '../core/session';
import { controls, theme } from '../core/theme';
import './jw-header';

/**
 * The front page of a made-up portal that embeds the widget like every other site.
 *
 * @element jw-portal
 */
export class JwPortal extends LitElement {
  static override properties = { account: { state: true } };

  declare private account: Account | null;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      main {
        display: grid;
        gap: 1rem;
        grid-template-columns: minmax(0, 1fr);
        max-width: 72rem;
        margin: 0 auto;
        padding: 1.25rem 0.75rem 3rem;
      }
      h1 {
        font-size: clamp(1.4rem, 5vw, 2rem);
      }
      h2 {
        font-size: 1rem;
      }
      .samples button {
        width: 100%;
        justify-content: flex-start;
        line-height: 1.45;
      }
      pre {
        margin: 0;
        white-space: pre-wrap;
        font-size: 0.85rem;
      }
      .other {
        border-inline-start: 3px solid var(--_line);
        padding-inline-start: 0.75rem;
      }
      @media (min-width: 56rem) {
        main {
          grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
          grid-template-rows: auto 1fr;
          padding-top: 2rem;
        }
        jw-chat {
          grid-area: 1 / 2 / 3 / 3;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.account = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Without an answer the page is a visitor's.
    loggedIn(new Backend('')).then(
      (account) => (this.account = account),
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    const { portal } = words;
    const origin = window.location.origin;
    const embed = `<script type="module" src="${origin}/widget.js"></script>\n<jw-chat site="demo"></jw-chat>`;
    return html`
      <jw-header .account=${this.account} name=${portal.name}></jw-header>
      <main lang=${tag}>
        <div class="stack">
          <p class="muted">${portal.note}</p>
          <h1>${portal.title}</h1>
          <p>${portal.lead}</p>
          <p class="other muted" lang=${portal.otherLanguage}>${portal.otherLead}</p>
        </div>
        <jw-chat site="demo"></jw-chat>
        <div class="stack">
          <h2>${portal.samples}</h2>
          <ul class="samples stack">
            ${portal.questions.map(
              (question) => html`<li><button @click=${() => this.ask(question)}>${question}</button></li>`,
            )}
          </ul>
          <details>
            <summary>${portal.embed}</summary>
            <p class="muted">${portal.embedHint}</p>
            <pre class="card">${embed}</pre>
          </details>
        </div>
      </main>
    `;
  }

  private async ask(question: string): Promise<void> {
    await customElements.whenDefined('jw-chat');
    const chat = this.renderRoot.querySelector<JwChat>('jw-chat');
    chat?.scrollIntoView({ block: 'nearest' });
    await chat?.ask(question);
  }
}

customElements.define('jw-portal', JwPortal);
