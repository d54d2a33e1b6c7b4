const font =
  "font-family:'Source Sans 3','Source Sans Pro',-apple-system,'Segoe UI',Roboto,Arial,sans-serif;";
const ink = 'color:#14201f;';
const soft = 'color:#4b5856;';
const petrol = 'color:#0a5564;';
const break_ = 'overflow-wrap:anywhere;word-break:break-word;';

/** Inline styles, because several mail clients drop a style sheet. */
export const css = {
  body: `margin:0;padding:0;background:#ffffff;${ink}${font}font-size:17px;line-height:1.5;-webkit-text-size-adjust:100%;`,
  frame: 'max-width:560px;margin:0 auto;padding:28px 20px 40px;text-align:left;',
  brand: `margin:0 0 28px;`,
  brandName: `display:inline-block;${petrol}font-size:20px;line-height:1.2;font-weight:800;letter-spacing:-0.01em;text-decoration:none;border-bottom:3px solid #d9581a;padding-bottom:2px;`,
  title: `margin:0 0 16px;${ink}font-size:28px;line-height:1.2;font-weight:800;letter-spacing:-0.015em;text-wrap:balance;`,
  text: `margin:0 0 16px;${ink}${break_}`,
  note: `margin:0 0 16px;${soft}font-size:15px;${break_}`,
  action: 'margin:24px 0 8px;',
  button: `display:inline-block;background:#0a5564;color:#ffffff;font-size:17px;line-height:1.3;font-weight:700;text-decoration:none;padding:14px 24px;border-radius:8px;`,
  url: `margin:0 0 24px;font-size:14px;line-height:1.45;`,
  urlLink: `${soft}text-decoration:none;overflow-wrap:anywhere;word-break:break-all;`,
  link: `${petrol}text-decoration:underline;overflow-wrap:anywhere;word-break:break-word;`,
  quiet: `margin:32px 0 0;${soft}font-size:14px;line-height:1.45;${break_}`,
  quietLink: `${soft}text-decoration:underline;overflow-wrap:anywhere;word-break:break-all;`,
  smallLink: `${petrol}font-size:15px;text-decoration:underline;overflow-wrap:anywhere;word-break:break-word;`,
  codeLabel: `margin:0 0 4px;${ink}`,
  code: `margin:0 0 24px;${petrol}font-size:34px;line-height:1.2;font-weight:700;letter-spacing:0.12em;font-variant-numeric:tabular-nums;`,
  panel: 'margin:8px 0 24px;padding:20px 20px 6px;background:#f6f3ed;border-radius:14px;',
  panelTitle: `margin:0 0 16px;${ink}font-size:20px;line-height:1.25;font-weight:750;text-wrap:balance;${break_}`,
  list: 'margin:0;padding:0;',
  label: `margin:0;${soft}font-size:15px;line-height:1.4;`,
  value: `margin:0 0 14px;padding:0;${ink}${break_}`,
  strongValue: `margin:0 0 14px;padding:0;${ink}font-weight:700;${break_}`,
  footer: 'margin:32px 0 0;padding:20px 0 0;border-top:1px solid #ddd8cd;',
  sendersLabel: `margin:0 0 4px;${soft}font-size:15px;`,
  senders: `margin:0 0 8px;padding:0;${ink}font-size:17px;line-height:1.5;font-weight:700;${break_}`,
  logos: `margin:0 0 8px;padding:0;${ink}font-size:15px;font-weight:700;`,
  // White behind it, also where the mail is dark: that is how a logo is drawn.
  logo: 'display:inline-block;margin:4px 16px 4px 0;padding:4px;background:#ffffff;border:0;border-radius:4px;vertical-align:middle;',
  small: `margin:0 0 12px;${soft}font-size:15px;line-height:1.5;${break_}`,
};

/** Dark colours. They need `!important` to win from the inline ones. */
export const darkSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.paper{background:#0f1716!important}
.ink{color:#edf2f0!important}
.soft{color:#b6c3c0!important}
.link,.code{color:#84d3de!important}
.brand{color:#84d3de!important;border-color:#ff9457!important}
.panel{background:#192322!important}
.button{background:#84d3de!important;color:#06262c!important}
.rule{border-color:#33413f!important}
}`;
