import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { Backend } from '../core/backend';
import type { Account } from '../core/contract';
import { choose, Localised } from '../core/language';
import { controls, theme } from '../core/theme';

/**
 * The head of every page: where one can go, in which language, and as whom. Keeps the document's language and title.
 *
 * @element jw-header
 * @attr name - name shown instead of the brand
 * @attr heading - what the document is titled
 * @prop account - who is logged in, null for nobody
 */
export class JwHeader extends LitElement {
  static override properties = { account: { attribute: false }, name: { type: String }, heading: { type: String } };

  declare account: Account | null;
  declare name: string;
  declare heading: string;

  private readonly say = new Localised(this);

  static override styles = [
    theme,
    controls,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 0.5rem;
        padding: 0.35rem max(0.75rem, calc(50vw - 35.25rem));
        background: var(--_surface);
        border-bottom: 1px solid var(--_line);
      }
      .brand {
        margin-inline-end: auto;
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
        font-weight: 700;
        font-size: 1.1rem;
        text-decoration: none;
        color: var(--_text);
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
      }
      nav a,
      button {
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
        padding: 0 0.6rem;
        text-decoration: none;
      }
      a[aria-current] {
        font-weight: 700;
        box-shadow: inset 0 -3px var(--_accent);
      }
      .who {
        padding-inline: 0.4rem;
      }
      /* Staff have more to choose from: on a phone that gets a line of its own. */
      @media (max-width: 30rem) {
        nav.long {
          order: 1;
          flex-basis: 100%;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.account = null;
    this.name = '';
    this.heading = '';
  }

  protected override updated(): void {
    const { words, tag } = this.say;
    document.documentElement.lang = tag;
    document.title = this.heading === '' ? words.brand : `${this.heading} · ${words.brand}`;
  }

  protected override render(): TemplateResult {
    const { words } = this.say;
    return html`
      <header lang=${this.say.tag}>
        <a class="brand" href="/">${this.name || words.brand}</a>
        <nav class=${this.account === null ? '' : 'long'} aria-label=${words.nav.label}>
          ${this.link('/ask', words.nav.ask)}
          ${this.account !== null && this.account.role !== 'ASKER' ? this.link('/desk', words.nav.desk) : nothing}
          ${this.account === null ? this.link('/login', words.nav.logIn) : this.link('/notices', words.nav.notices)}
          ${this.account === null
            ? nothing
            : html`<span class="who muted">${this.account.name}</span>
                <button class="plain" @click=${this.logOut}>${words.nav.logOut}</button>`}
        </nav>
        <button class="plain" lang=${words.languageSwitchTo} @click=${() => choose(words.languageSwitchTo)}>
          ${words.languageSwitch}
        </button>
      </header>
    `;
  }

  private link(path: string, text: string): TemplateResult {
    const here = window.location.pathname === path;
    return html`<a href=${path} aria-current=${here ? 'page' : nothing}>${text}</a>`;
  }

  private async logOut(): Promise<void> {
    // Whatever the service says, the next page asks again who is logged in.
    await new Backend('').post('/auth/logout', {}).catch(() => undefined);
    window.location.assign('/');
  }
}

customElements.define('jw-header', JwHeader);
