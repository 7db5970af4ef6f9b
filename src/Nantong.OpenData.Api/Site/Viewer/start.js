// Shows the API's own OpenAPI document, with nothing from elsewhere: no fonts, no telemetry, no assistant, no proxy.
Scalar.createApiReference('#reference', {
  url: '/openapi/v1.json',
  withDefaultFonts: false,
  telemetry: false,
  showDeveloperTools: 'never',
  hideClientButton: true,
  agent: { disabled: true },
  mcp: { disabled: true },
  metaData: { title: 'API reference · Nantong.OpenData' },
  // The viewer's own colours for quiet text and literals are too pale to read (WCAG 1.4.3).
  customCss: '.light-mode { --scalar-color-3: #5f6368; } .dark-mode { --scalar-color-3: #a8adb3; } .light-mode .hljs-literal { color: #8a4600; }',
});
