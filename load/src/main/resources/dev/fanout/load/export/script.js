// Plays plan.json, which stands beside it:  k6 run script.js
// A credential that the plan leaves open:   k6 run -e NAME=value script.js
import http from 'k6/http';
import { check, sleep } from 'k6';
import exec from 'k6/execution';

const plan = JSON.parse(open('./plan.json'));

export const options = {
  scenarios: plan.scenarios,
  thresholds: plan.thresholds,
  summaryTrendStats: ['avg', 'min', 'med', 'max', 'p(90)', 'p(95)', 'p(99)'],
  noVUConnectionReuse: false,
  // An answer of another status than 2xx and 3xx may be the right one.
  systemTags: ['status', 'method', 'scenario', 'expected_response', 'error_code'],
};

function next(target) {
  const count = target.requests.length;
  if (target.selection === 'ROUND_ROBIN') {
    const open = exec.scenario.name in plan.scenarios
      && plan.scenarios[exec.scenario.name].executor.indexOf('arrival') >= 0;
    return open
      ? exec.scenario.iterationInTest % count
      : (exec.vu.idInTest + exec.vu.iterationInScenario) % count;
  }
  if (target.selection === 'UNIFORM') {
    return Math.floor(Math.random() * count);
  }
  const drawn = Math.random() * target.cumulative[count - 1];
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (target.cumulative[middle] > drawn) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

function draw(target) {
  const values = { id: String(target.idMin + Math.floor(Math.random() * (target.idMax - target.idMin + 1))) };
  for (const table of target.parameters) {
    const index = table.random
      ? Math.floor(Math.random() * table.rows.length)
      : exec.scenario.iterationInTest % table.rows.length;
    table.columns.forEach((column, i) => {
      values[column] = table.rows[index][i];
    });
  }
  return values;
}

function fill(text, values, encode) {
  return text.replace(/\{([A-Za-z_][A-Za-z0-9_.:-]*)\}/g, (hole, name) => {
    if (name.indexOf('env:') === 0) {
      return __ENV[name.substring(4)] || '';
    }
    return name in values ? encode(values[name]) : hole;
  });
}

const asItIs = (text) => text;

function delay(text) {
  const words = (text || 'fixed 0').split(' ');
  const numbers = words.slice(1).map(Number);
  switch (words[0]) {
    case 'uniform':
      return numbers[0] + Math.random() * (numbers[1] - numbers[0]);
    case 'exponential':
      return Math.min(numbers[1], -numbers[0] * Math.log(1 - Math.random()));
    case 'lognormal': {
      const gauss = Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
      return Math.min(numbers[1], numbers[0] * Math.exp(numbers[2] * gauss));
    }
    default:
      return numbers[0];
  }
}

export function run() {
  const began = Date.now();
  const target = plan.targets[__ENV.TARGET];
  const request = target.requests[next(target)];
  const values = draw(target);
  const headers = {};
  for (const name of Object.keys(request.headers)) {
    headers[name] = fill(request.headers[name], values, asItIs);
  }
  const settling = began - exec.scenario.startTime < Number(__ENV.SETTLING);
  const response = http.request(
    request.method,
    target.base + fill(request.target, values, encodeURIComponent),
    request.body === '' ? null : fill(request.body, values, asItIs),
    {
      headers,
      redirects: 0,
      timeout: plan.requestTimeoutMillis + 'ms',
      responseCallback: http.expectedStatuses(...request.statuses),
      tags: {
        name: request.api + ' ' + request.operation,
        api: request.api,
        operation: request.operation,
        phase: settling ? 'settling' : 'window',
      },
    },
  );
  check(response, {
    'answer is right': (answer) => {
      const body = answer.body || '';
      return request.statuses.indexOf(answer.status) >= 0
        && request.contains.every((text) => body.indexOf(fill(text, values, asItIs)) >= 0)
        && (request.least === undefined || (body.length >= request.least && body.length <= request.most));
    },
  });
  const pause = Math.max(delay(__ENV.THINK), delay(__ENV.PACE) - (Date.now() - began) / 1000);
  if (pause > 0) {
    sleep(pause);
  }
}
