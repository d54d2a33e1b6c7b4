declare namespace App {
  interface Locals {
    locale: import('./links.ts').Locale;
    api: import('./client.ts').Client;
    me: import('./client.ts').Me | null;
  }
}
