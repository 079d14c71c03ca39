(() => {
  'use strict';

  const page = JSON.parse(document.getElementById('figures').textContent);
  const LIGHT = {
    paper: '#fdfdfb', ink: '#1c1f23', soft: '#555c66', grid: '#e2e5e9', band: '#dfeaf3',
    a: '#0072b2', b: '#c04f00', odd: '#1c1f23', none: '#c9cdd3', middle: [238, 238, 234],
    low: [0, 90, 160], high: [190, 70, 0],
  };
  const DARK = {
    paper: '#15181c', ink: '#e8eaed', soft: '#a9b0ba', grid: '#2a3037', band: '#24384a',
    a: '#56b4e9', b: '#f0a030', odd: '#ffffff', none: '#4a515a', middle: [58, 64, 72],
    low: [86, 180, 233], high: [255, 160, 50],
  };
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  let printing = false;
  const ink = () => (dark.matches && !printing ? DARK : LIGHT);
  const redraws = [];
  const spoken = document.getElementById('spoken');

  const number = (value, digits) =>
    value == null ? '–' : value.toFixed(digits).replace('-', '−');

  function element(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /** A box beside the cursor; its lines are texts, never markup. */
  function tip(parent) {
    const box = element('div', 'tip');
    box.hidden = true;
    parent.appendChild(box);
    return {
      show(lines, left, top, width) {
        box.replaceChildren(...lines.map((line) => element('div', '', line)));
        box.hidden = false;
        const wide = box.offsetWidth;
        const x = left + 14 + wide > width ? left - wide - 14 : left + 14;
        box.style.left = Math.max(0, Math.min(x, width - wide)) + 'px';
        box.style.top = Math.max(0, top - 12) + 'px';
      },
      hide() {
        box.hidden = true;
      },
    };
  }

  const LOOKS = {
    a: { color: () => ink().a, width: 3, dash: [], line: true, points: 'full', size: 12 },
    b: { color: () => ink().b, width: 2, dash: [6, 4], line: true, points: 'hollow' },
    aFirst: { color: () => ink().a, line: false, points: 'full' },
    bFirst: { color: () => ink().b, line: false, points: 'hollow' },
    fit: { color: () => ink().soft, width: 1.5, dash: [2, 4], line: true, points: 'none' },
  };

  const percentile = (nines) => {
    const p = 100 * (1 - Math.pow(10, -nines));
    return 'p' + String(Number(p.toFixed(nines > 2.5 ? 3 : nines > 1.5 ? 2 : 1)));
  };
  const DECADES = [0.30103, 1, 1.30103, 2, 3, 4, 5];

  function xAxis(chart, size) {
    const last = chart.x[chart.x.length - 1];
    return chart.kind === 'curve'
      ? {
          splits: () => DECADES.filter((at) => at <= last + 1e-9 && (size > 420 || at !== 1.30103)),
          values: (u, splits) => splits.map(percentile),
          label: 'percentile',
        }
      : {
          incrs: [1, 2, 4, 5, 10, 20],
          values: (u, splits) => splits.map((at) => (Number.isInteger(at) ? String(at) : '')),
          label: 'replicate',
        };
  }

  function yRange(chart) {
    return (u, low, high) => {
      let from = low == null ? 0 : low;
      let to = high == null ? 1 : high;
      if (chart.band) {
        from = Math.min(from, chart.band[0]);
        to = Math.max(to, chart.band[1]);
      }
      if (chart.limit) {
        from = 0;
        to = Math.max(to, chart.limit);
      }
      const room = (to - from || Math.abs(to) || 1) * 0.08;
      return [chart.limit ? 0 : from - room, to + room];
    };
  }

  function behind(chart) {
    return (u) => {
      const { ctx, bbox } = u;
      const level = (value) => u.valToPos(value, 'y', true);
      ctx.save();
      if (chart.band) {
        ctx.fillStyle = ink().band;
        const top = level(chart.band[1]);
        ctx.fillRect(bbox.left, top, bbox.width, level(chart.band[0]) - top);
      }
      ctx.strokeStyle = ink().soft;
      ctx.lineWidth = devicePixelRatio;
      ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
      for (const at of [chart.band ? 0 : null, chart.limit].filter((value) => value != null)) {
        ctx.beginPath();
        ctx.moveTo(bbox.left, level(at));
        ctx.lineTo(bbox.left + bbox.width, level(at));
        ctx.stroke();
      }
      ctx.restore();
    };
  }

  function series(chart) {
    return [{}].concat(
      chart.series.map((one) => {
        const look = LOOKS[one.look];
        const made = {
          label: one.label,
          stroke: look.color,
          width: look.width || 0,
          dash: look.dash,
          spanGaps: false,
          points: {
            show: look.points !== 'none' && chart.kind !== 'curve',
            size: look.size || 8,
            width: 2,
            stroke: look.color,
            fill: () => (look.points === 'hollow' ? ink().paper : look.color()),
          },
        };
        if (!look.line) made.paths = () => null;
        return made;
      })
    );
  }

  function lines(chart, index) {
    const at = chart.x[index];
    const first =
      chart.kind === 'curve' ? percentile(at) : 'replicate ' + String(Math.round(at));
    return [first].concat(
      chart.series
        .filter((one) => one.y[index] != null)
        .map((one) => one.label + ': ' + number(one.y[index], chart.yDigits) + ' ' + chart.yLabel)
    );
  }

  function draw(place) {
    const chart = page.charts[place.dataset.chart];
    if (!chart || chart.x.length === 0) return;
    let size = place.clientWidth;
    let box = null;
    const axis = {
      stroke: () => ink().soft,
      grid: { stroke: () => ink().grid, width: 1 },
      ticks: { stroke: () => ink().grid, width: 1 },
      font: '12px system-ui, sans-serif',
      labelFont: '12px system-ui, sans-serif',
      labelSize: 18,
    };
    const plot = new uPlot(
      {
        width: size,
        height: chart.kind === 'curve' ? 300 : 210,
        legend: { show: false },
        cursor: { drag: { x: false, y: false, setScale: false }, y: false },
        scales: {
          x: {
            time: false,
            range:
              chart.kind === 'curve'
                ? [0, chart.x[chart.x.length - 1]]
                : (u, low, high) => [Math.round(low) - 0.5, Math.round(high) + 0.5],
          },
          y: { range: yRange(chart) },
        },
        axes: [
          Object.assign({ size: 34 }, axis, xAxis(chart, size)),
          Object.assign({}, axis, {
            label: chart.yLabel,
            size: 58,
            values: (u, splits) => splits.map((at) => String(Number(at.toFixed(4))).replace('-', '−')),
          }),
        ],
        series: series(chart),
        hooks: {
          drawClear: [behind(chart)],
          setCursor: [
            (u) => {
              const index = u.cursor.idx;
              if (!box) return;
              if (index == null || u.cursor.left < 0) {
                box.hide();
              } else {
                const left = u.valToPos(chart.x[index], 'x');
                box.show(lines(chart, index), left, u.cursor.top, u.over.clientWidth);
              }
            },
          ],
        },
      },
      [chart.x].concat(chart.series.map((one) => one.y)),
      place
    );
    box = tip(plot.over);
    place.dataset.drawn = 'true';
    redraws.push(() => plot.redraw(false, true));
    new ResizeObserver(() => {
      if (place.clientWidth !== size && place.clientWidth > 0) {
        size = place.clientWidth;
        plot.setSize({ width: size, height: plot.height });
      }
    }).observe(place);
    place.addEventListener('keydown', (event) => {
      const last = chart.x.length - 1;
      const now = plot.cursor.idx == null || plot.cursor.left < 0 ? -1 : plot.cursor.idx;
      const next = {
        ArrowRight: Math.min(last, now + 1),
        ArrowLeft: Math.max(0, now < 0 ? last : now - 1),
        Home: 0,
        End: last,
      }[event.key];
      if (next !== undefined) {
        plot.setCursor({
          left: plot.valToPos(chart.x[next], 'x'),
          top: plot.over.clientHeight / 2,
        });
        spoken.textContent = lines(chart, next).join(', ');
        event.preventDefault();
      } else if (event.key === 'Escape') {
        plot.setCursor({ left: -10, top: -10 });
      }
    });
    place.addEventListener('blur', () => plot.setCursor({ left: -10, top: -10 }));
  }

  /** Blue below, grey in the middle, orange above; three spreads and more are the full colour. */
  function shade(distance) {
    if (distance == null) return ink().none;
    const share = Math.min(1, Math.abs(distance) / 5);
    const from = ink().middle;
    const to = distance < 0 ? ink().low : ink().high;
    return 'rgb(' + from.map((c, i) => Math.round(c + (to[i] - c) * share)).join(',') + ')';
  }

  function tiles(place) {
    const all = page.tiles;
    const layer = place.dataset.layer;
    const count = all.names.length;
    const canvas = element('canvas');
    const box = tip(place);
    let cell = 0;
    let columns = 0;
    let chosen = -1;
    canvas.setAttribute('aria-hidden', 'true');
    place.appendChild(canvas);

    function paint() {
      const width = Math.max(120, place.clientWidth);
      cell = Math.max(7, Math.min(22, Math.floor(Math.sqrt((width * 260) / count))));
      columns = Math.max(1, Math.floor(width / cell));
      const rows = Math.ceil(count / columns);
      canvas.width = columns * cell * devicePixelRatio;
      canvas.height = rows * cell * devicePixelRatio;
      canvas.style.width = columns * cell + 'px';
      canvas.style.height = rows * cell + 'px';
      const ctx = canvas.getContext('2d');
      ctx.scale(devicePixelRatio, devicePixelRatio);
      for (let i = 0; i < count; i++) {
        const x = (i % columns) * cell;
        const y = Math.floor(i / columns) * cell;
        ctx.fillStyle = shade(all[layer][i]);
        ctx.fillRect(x, y, cell - 1, cell - 1);
        if (all.odd[i] || i === chosen) {
          ctx.lineWidth = i === chosen ? 3 : 2;
          ctx.strokeStyle = ink().odd;
          ctx.strokeRect(x + 1, y + 1, cell - 3, cell - 3);
        }
      }
    }

    function text(i) {
      return [
        all.names[i] + (all.odd[i] ? ' (odd)' : ''),
        'A: p50 ' + number(all.p50a[i], 3) + ' ms',
        'B: p50 ' + number(all.p50b[i], 3) + ' ms',
        number(all[layer][i], 1) + ' spreads from the other APIs',
      ].concat(all.failed[i] > 0 ? [all.failed[i] + ' failed requests'] : []);
    }

    function choose(i) {
      chosen = i;
      paint();
      if (i < 0) {
        box.hide();
        return;
      }
      box.show(
        text(i),
        ((i % columns) + 0.5) * cell,
        (Math.floor(i / columns) + 1) * cell + 20,
        place.clientWidth
      );
    }

    paint();
    place.dataset.drawn = 'true';
    redraws.push(paint);
    let painted = place.clientWidth;
    new ResizeObserver(() => {
      if (place.clientWidth !== painted) {
        painted = place.clientWidth;
        paint();
      }
    }).observe(place);
    canvas.addEventListener('mousemove', (event) => {
      const i = Math.floor(event.offsetY / cell) * columns + Math.floor(event.offsetX / cell);
      choose(event.offsetX < columns * cell && i < count ? i : -1);
    });
    canvas.addEventListener('mouseleave', () => choose(-1));
    place.addEventListener('blur', () => choose(-1));
    place.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
      if (event.key === 'Escape') choose(-1);
      if (step === undefined) return;
      const next = chosen < 0 ? 0 : chosen + step;
      if (next >= 0 && next < count) choose(next);
      spoken.textContent = text(chosen).join(', ');
      event.preventDefault();
    });
  }

  document.querySelectorAll('[data-chart]').forEach(draw);
  if (page.tiles.names) document.querySelectorAll('[data-layer]').forEach(tiles);

  const again = () => redraws.forEach((redraw) => redraw());
  dark.addEventListener('change', again);
  window.addEventListener('beforeprint', () => {
    printing = true;
    document.querySelectorAll('details').forEach((part) => {
      part.dataset.was = String(part.open);
      part.open = true;
    });
    again();
  });
  window.addEventListener('afterprint', () => {
    printing = false;
    document.querySelectorAll('details').forEach((part) => {
      part.open = part.dataset.was === 'true';
    });
    again();
  });
})();
