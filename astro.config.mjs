import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

// Pages are rendered per request: prerendered ones would be served before site/fetch.ts and miss its headers.
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  output: 'server',
  // A picture, as the API takes it; forms have limits of their own in site/form-limit.ts.
  adapter: node({ mode: 'standalone', bodySizeLimit: 8 * 1024 * 1024 }),
  trailingSlash: 'never',
  build: { inlineStylesheets: 'never', format: 'preserve' },
  // site/fetch.ts checks the origin of pages and API alike, also behind a proxy that ends TLS.
  security: { checkOrigin: false },
  devToolbar: { enabled: false },
  vite: { build: { assetsInlineLimit: 0 } },
});
