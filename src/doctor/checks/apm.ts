import { type Check, uses } from '../check.ts';

/** Agents that patch modules as `require` loads them, and how each sees imports, by its own documentation. */
const agents = {
  'dd-trace': '--import dd-trace/register.js',
  newrelic: '--import newrelic/esm-loader.mjs',
  'elastic-apm-node': '--experimental-loader=elastic-apm-node/loader.mjs',
  '@opentelemetry/instrumentation': '--experimental-loader=@opentelemetry/instrumentation/hook.mjs',
  '@opentelemetry/sdk-node': '--experimental-loader=@opentelemetry/instrumentation/hook.mjs',
  '@opentelemetry/auto-instrumentations-node':
    '--experimental-loader=@opentelemetry/instrumentation/hook.mjs',
  '@sentry/node': '--import with a file that calls Sentry.init',
  applicationinsights: '--import @azure/monitor-opentelemetry/loader',
};

export const apm: Check = {
  name: 'APM agents',
  *run(subject) {
    for (const [name, flag] of Object.entries(agents))
      if (uses(subject, name))
        yield {
          level: 'must',
          place: `package.json dependencies.${name}`,
          message: `${name} patches modules when \`require\` loads them; imports are hoisted above it and go past it.`,
          action: `Start the program with ${flag}, before all others.`,
        };
  },
};
