import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { Backend } from '../core/backend';
import type { Account } from '../core/contract';
import { asFailure, type Failure } from '../core/failure';
import { Localised } from '../core/language';
import { controls, theme } from '../core/theme';
import '../chat/jw-notice';
import './jw-header';

/**
 * Logging in; leads back to the page that asked for it, else to where the role works.
 *
 * @element jw-login
 */
export class JwLogin extends LitElement {
  static override properties = { failure: { state: true }, hint: { state: true }, busy: { state: true } };

  declare private failure: Failure | null;
  declare private hint: 'wrong' | 'empty' | null;
  declare private busy: boolean;

  private readonly say = new Localised(this);
  private readonly backend = new Backend('');

  static override styles = [
    theme,
    controls,
    css`
      main {
        max-width: 24rem;
        margin: 0 auto;
        padding: 2rem 0.75rem;
      }
      [role='alert'] {
        color: var(--_danger);
      }
    `,
  ];

  constructor() {
    super();
    this.failure = null;
    this.hint = null;
    this.busy = false;
  }

  protected override render(): TemplateResult {
    const { words, tag } = this.say;
    return html`
      <jw-header heading=${words.logIn.title}></jw-header>
      <main lang=${tag}>
        <form class="card stack" novalidate @submit=${this.onSubmit}>
          <h1>${words.logIn.title}</h1>
          <label class="field">
            <span>${words.logIn.login}</span>
            <input name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required />
          </label>
          <label class="field">
            <span>${words.logIn.password}</span>
            <input name="password" type="password" autocomplete="current-password" required />
          </label>
          ${this.hint === null ? nothing : html`<p role="alert">${words.logIn[this.hint]}</p>`}
          <jw-notice .failure=${this.failure}></jw-notice>
          <button class="main" aria-disabled=${this.busy ? 'true' : 'false'}>${words.logIn.submit}</button>
        </form>
      </main>
    `;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const fields = new FormData(form);
    const login = String(fields.get('login') ?? '').trim();
    const password = String(fields.get('password') ?? '');
    this.failure = null;
    this.hint = login === '' || password === '' ? 'empty' : null;
    if (this.hint !== null) {
      form.querySelector<HTMLInputElement>('input:invalid')?.focus();
      return;
    }
    this.busy = true;
    try {
      const { account } = await this.backend.post<{ readonly account: Account }>('/auth/login', { login, password });
      window.location.assign(destination(account));
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.status === 401) this.hint = 'wrong';
      else this.failure = failure;
    } finally {
      this.busy = false;
    }
  }
}

/** Only an address of this very site is followed. */
function destination(account: Account): string {
  const home = account.role === 'ASKER' ? '/ask' : '/desk';
  const next = new URL(new URLSearchParams(window.location.search).get('next') ?? home, window.location.origin);
  return next.origin === window.location.origin ? next.pathname + next.search + next.hash : home;
}

customElements.define('jw-login', JwLogin);
