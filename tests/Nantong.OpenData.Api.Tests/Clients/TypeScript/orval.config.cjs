const { OPENAPI, GENERATED } = process.env;
module.exports = { plan: { input: OPENAPI, output: { target: `${GENERATED}/orval.ts`, client: 'fetch', mode: 'single' } } };
