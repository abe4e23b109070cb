// What the pages do beyond links and forms. Everything hangs on data- attributes and works on parts that htmx swaps in later; without script the pages still
// search, page, post and print.
(() => {
  'use strict';
  const settings = document.getElementById('app').dataset;
  const body = document.body;
  const all = (root, selector) => [...(root.matches?.(selector) ? [root] : []), ...root.querySelectorAll(selector)];
  const on = (event, action) => document.addEventListener(event, action);
  const isField = element => element.matches?.('input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, [contenteditable]');
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const libraries = {};
  const load = address => libraries[address] ??= new Promise((done, failed) =>
    document.head.append(Object.assign(document.createElement('script'), { src: address, onload: done, onerror: failed })));

  // Messages in the corner. Those that survive a redirect come in a cookie; refusals stay until dismissed.
  // Gloves and noise: pages with data-sounds answer each scan by ear and by hand as well, a high tone for yes, a low one for no.
  const sound = good => {
    if (!document.querySelector('[data-sounds]')) return;
    navigator.vibrate?.(good ? 40 : [120, 60, 120]);
    if (!window.AudioContext || navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
    const audio = new AudioContext();
    const tone = new OscillatorNode(audio, { type: good ? 'sine' : 'square', frequency: good ? 1320 : 180 });
    tone.connect(new GainNode(audio, { gain: 0.15 })).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + (good ? 0.09 : 0.35));
    tone.onended = () => audio.close();
  };
  const toast = (text, tone = 'tone-good') => {
    sound(tone !== 'tone-bad');
    const box = document.getElementById('toasts');
    const message = Object.assign(document.createElement('div'), { className: `toast-message ${tone}`, textContent: text });
    const dismiss = Object.assign(document.createElement('button'), { type: 'button', textContent: '×', ariaLabel: settings.dismiss, onclick: () => message.remove() });
    message.append(dismiss);
    box.append(message);
    if (box.showPopover) { // the top layer, so that a message is seen over an open dialog
      box.popover = 'manual';
      if (box.matches(':popover-open')) box.hidePopover();
      box.showPopover();
    }
    if (tone !== 'tone-bad') setTimeout(() => message.remove(), 6000);
  };
  const toastFromCookie = () => {
    const text = document.cookie.match(/(?:^|; )toast=([^;]*)/)?.[1];
    if (!text) return;
    document.cookie = 'toast=; path=/; max-age=0; samesite=strict';
    toast(decodeURIComponent(text));
  };
  // A refusal stands where the eyes are: in the dialog that was sent, if one is open.
  const refusal = form => form.querySelector('[data-refusal]') ?? form.querySelector('.form-foot').insertAdjacentElement('beforebegin', Object.assign(document.createElement('p'), { className: 'alert-box tone-bad prose', role: 'alert' }));
  on('toast', ({ detail }) => {
    const form = detail.tone === 'tone-bad' && document.querySelector('dialog[open] form');
    if (!form) return toast(detail.text, detail.tone);
    sound(false);
    Object.assign(refusal(form), { textContent: detail.text }).dataset.refusal = '';
  });
  on('htmx:sendError', () => toast(settings.failed, 'tone-bad'));
  on('htmx:responseError', event => event.detail.xhr.getResponseHeader('HX-Trigger') || toast(`${settings.failed} (${event.detail.xhr.status})`, 'tone-bad'));

  // Keyboard: "/" to the search, Escape out of anything, j and k or arrows along the rows of a list. A hand scanner types fast and ends with Enter.
  let typed = '', lastKey = 0;
  on('keydown', event => {
    const target = event.target;
    if (event.key === 'Escape') {
      document.querySelectorAll('details[data-menu][open]').forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
      if (body.classList.contains('side-open')) side(false);
      if (target.matches?.('[data-search], [data-list-search]')) { event.preventDefault(); target.blur(); } // and keep the words
      return;
    }
    const search = target.closest?.('.top-search');
    if (search && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) { // from the box into its hits and back
      const stops = [search.querySelector('[data-search]'), ...search.querySelectorAll('.search-hits a')];
      event.preventDefault();
      return stops[Math.max(0, Math.min(stops.length - 1, stops.indexOf(target) + (event.key === 'ArrowDown' ? 1 : -1)))].focus();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isField(target) || document.querySelector('dialog[open]')) return;
    typed = event.timeStamp - lastKey < 60 ? typed : '';
    lastKey = event.timeStamp;
    if (event.key === 'Enter' && typed.length >= 4 && body.dataset.scanPath) {
      event.preventDefault();
      location.assign(`${body.dataset.scanPath}?code=${encodeURIComponent(typed)}`);
    } else if (event.key === 'Enter') {
      typed = '';
    } else if (event.key.length === 1) {
      typed += event.key;
    }
    if (event.key === '/' && typed.length < 2) {
      event.preventDefault();
      document.querySelector('[data-search]')?.focus();
    }
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const inRows = target.closest?.('[data-rows]');
    if (step && typed.length < 2 && (inRows || target === body || event.key.length === 1)) {
      const rows = [...document.querySelectorAll('[data-rows] [data-open]')];
      const here = rows.findIndex(link => link.closest('tr').contains(document.activeElement));
      const next = rows[Math.max(0, Math.min(rows.length - 1, here + step))];
      if (next) { event.preventDefault(); next.focus(); next.closest('tr').scrollIntoView({ block: 'nearest' }); }
    }
  });

  const side = open => {
    body.classList.toggle('side-open', open);
    document.querySelectorAll('[data-side][aria-expanded]').forEach(button => button.setAttribute('aria-expanded', open));
    (open ? document.querySelector('#side a') : document.querySelector('[data-side][aria-expanded]'))?.focus();
  };

  on('click', event => {
    const target = event.target;
    document.querySelectorAll('details[data-menu][open]').forEach(menu => menu.contains(target) || (menu.open = false));
    if (target.closest('[data-side]')) side(!body.classList.contains('side-open'));
    if (target.closest('[data-print]')) print();
    if (target.closest('[data-close]')) target.closest('dialog').close();
    if (target.matches('dialog')) target.close(); // its backdrop
    const opener = target.closest('[data-dialog]');
    if (opener) {
      const dialog = document.querySelector(opener.dataset.dialog);
      dialog.showModal();
      dialog.querySelector('textarea, input:not([type=hidden]), select')?.focus();
    }
    const copied = target.closest('[data-copy]');
    if (copied) navigator.clipboard?.writeText(copied.dataset.copy).then(() => toast(settings.copied));
    const row = target.closest('[data-rows] > tr');
    if (row && !target.closest('a, button, input, select, label, summary, form') && !String(getSelection())) {
      const link = row.querySelector('[data-open]');
      if (link && (event.ctrlKey || event.metaKey)) open(link.href, '_blank', 'noopener'); else link?.click();
    }
  });

  // Forms: one sending at a time, the first fault in sight, a question before unsaved changes are lost.
  const busy = (form, is) => all(form, '[data-submit]').forEach(button => { button.disabled = is; button.ariaBusy = is; });
  on('htmx:beforeRequest', event => {
    if (!event.target.matches('form')) return;
    busy(event.target, true);
    event.target.querySelector('[data-refusal]')?.remove();
  });
  on('htmx:afterRequest', event => {
    if (!event.target.matches('form')) return;
    busy(event.target, false);
    if (!event.detail.xhr.status || event.detail.xhr.status >= 400) return;
    event.target.closest('dialog[open]')?.close();
    if (event.target.matches('[data-form]')) event.target.reset(); // what was sent, photos included, is not sent again
  });
  on('submit', event => {
    if (event.target.matches('[data-unsaved]')) event.target.removeAttribute('data-changed');
    if (!event.target.matches('[data-form]') || event.target.hasAttribute('hx-post') && window.htmx) return;
    if (event.target.ariaBusy) event.preventDefault();
    event.target.ariaBusy = 'true';
  });
  on('input', event => event.target.closest('form[data-unsaved]')?.setAttribute('data-changed', ''));
  // What is being corrected is not called wrong any more; whether it is right now, the server says.
  on('input', event => {
    const field = event.target.closest('.has-error');
    if (!field) return;
    field.classList.remove('has-error');
    field.querySelector('.field-error')?.remove();
    for (const marked of [field, ...all(field, '[aria-invalid]')]) marked.removeAttribute('aria-invalid');
    for (const told of all(field, '[aria-describedby$="-error"]')) told.setAttribute('aria-describedby', told.getAttribute('aria-describedby').replace(/-error$/, '-hint'));
  });
  addEventListener('beforeunload', event => document.querySelector('form[data-changed]') && event.preventDefault());
  on('htmx:afterSettle', event => {
    (event.detail.target.isConnected ? event.detail.target : document).querySelector('form [aria-invalid=true], form [data-focus]')?.focus();
    toastFromCookie();
  });

  // Lists: empty choices leave no trace in the address; letters typed while the answer was on its way are kept.
  let kept = null;
  on('htmx:configRequest', event => {
    const { elt, parameters } = event.detail;
    if (elt.matches('[data-list-form]')) {
      for (const name of Object.keys(parameters)) if (parameters[name] === '') delete parameters[name];
    } else if (elt.closest('[data-lookup]')) {
      for (const name of Object.keys(parameters)) delete parameters[name];
      parameters.q = elt.value;
    }
  });
  on('htmx:beforeSwap', () => { const search = document.activeElement; kept = search.matches('[data-list-search]') ? search.value : null; });
  on('htmx:afterSwap', () => { const search = document.activeElement; if (kept !== null && search.matches('[data-list-search]') && search.value !== kept) { search.value = kept; search.dispatchEvent(new Event('input', { bubbles: true })); } });

  const attach = {
    '[data-lookup]': box => {
      const [input, value, list] = ['[role=combobox]', '[data-lookup-value]', '[role=listbox]'].map(each => box.querySelector(each));
      const show = is => { list.hidden = !is; input.ariaExpanded = is; };
      const choose = option => {
        if (!option || option.ariaDisabled) return;
        value.value = option.dataset.value;
        input.value = option.dataset.text;
        show(false);
        input.focus();
        value.dispatchEvent(new Event('change', { bubbles: true }));
      };
      list.addEventListener('htmx:afterSwap', () => show(list.children.length > 0 && document.activeElement === input));
      input.addEventListener('input', () => { value.value = ''; if (!input.value) show(false); });
      list.addEventListener('click', event => choose(event.target.closest('[role=option]')));
      box.addEventListener('focusout', event => box.contains(event.relatedTarget) || show(false));
      box.addEventListener('keydown', event => {
        const options = [...list.querySelectorAll('[role=option]:not([aria-disabled])')];
        const here = options.indexOf(document.activeElement);
        if (event.key === 'Escape') { show(false); input.focus(); }
        if (event.key === 'Enter' && !list.hidden) { event.preventDefault(); choose(options[Math.max(here, 0)]); }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          if (list.hidden && list.children.length) show(true);
          (options[here + (event.key === 'ArrowDown' ? 1 : -1)] ?? input).focus();
        }
      });
    },
    '[data-signature]': async box => {
      await load(settings.signatures);
      const [canvas, value] = [box.querySelector('canvas'), box.querySelector('input[type=hidden]')];
      const pad = new SignaturePad(canvas, { penColor: '#10202e', backgroundColor: '#fff', minWidth: 0.8, maxWidth: 2.4 });
      new ResizeObserver(() => { // the drawing surface has the size of the paper on this screen; hidden dialogs have none yet
        const [scale, strokes] = [Math.max(devicePixelRatio, 1), pad.toData()];
        if (!canvas.offsetWidth || canvas.width === Math.round(canvas.offsetWidth * scale)) return;
        canvas.width = Math.round(canvas.offsetWidth * scale);
        canvas.height = Math.round(canvas.offsetHeight * scale);
        canvas.getContext('2d').scale(scale, scale);
        pad.fromData(strokes);
      }).observe(canvas);
      pad.addEventListener('endStroke', () => { value.value = pad.toDataURL('image/png'); box.classList.add('is-signed'); });
      const clear = () => { pad.clear(); value.value = ''; box.classList.remove('is-signed'); };
      box.querySelector('[data-clear]').onclick = clear;
      value.form?.addEventListener('reset', clear);
    },
    '[data-photos]': box => {
      const [input, previews, files] = [box.querySelector('input[type=file]'), box.querySelector('[data-previews]'), new DataTransfer()];
      const draw = () => {
        input.files = files.files;
        previews.replaceChildren(...[...files.files].map((file, index) => {
          const picture = Object.assign(document.createElement('img'), { src: URL.createObjectURL(file), alt: file.name, onload: () => URL.revokeObjectURL(picture.src) });
          const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: '×', ariaLabel: `${settings.dismiss}: ${file.name}`, onclick: () => { files.items.remove(index); draw(); } });
          const frame = document.createElement('figure');
          frame.append(picture, remove);
          return frame;
        }));
      };
      input.addEventListener('change', () => { // a camera gives one photo at a time: they are gathered
        for (const file of input.files) if (input.multiple || !files.items.clear()) files.items.add(file);
        draw();
      });
      input.form?.addEventListener('reset', () => { files.items.clear(); draw(); });
    },
    '[data-scan]': box => {
      const [input, view, status] = [box.querySelector('input'), box.querySelector('[data-view]'), box.querySelector('[data-scan-status]')];
      let camera = null;
      const stop = () => { camera?.stop(); camera = null; view.hidden = true; };
      const scanned = code => {
        input.value = code;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        if (box.dataset.scan === 'submit') input.form?.requestSubmit();
      };
      input.addEventListener('keydown', event => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        if (input.value.trim()) scanned(input.value.trim());
      });
      box.querySelector('[data-camera]').onclick = async () => {
        if (camera || !view.hidden) return stop();
        try {
          await load(settings.codes);
          view.hidden = false;
          await new ZXingBrowser.BrowserMultiFormatReader().decodeFromVideoDevice(undefined, view.querySelector('video'), (result, _, controls) => {
            camera = controls; // it calls back before its promise resolves
            if (result) { stop(); scanned(result.getText()); } else if (!box.isConnected || view.hidden) stop();
          });
        } catch {
          view.hidden = true;
          status.textContent = status.dataset.none;
        }
      };
    },
    '[data-queue]': form => { // what was entered waits in the browser's storage until it has arrived: a bad line loses nothing
      const [key, state, list] = [form.dataset.queue, form.querySelector('[data-queue-state]'), form.querySelector('[data-queue-list]')];
      const read = () => JSON.parse(localStorage.getItem(key) ?? '[]');
      const write = waiting => { localStorage.setItem(key, JSON.stringify(waiting)); draw(); };
      const say = (text, tone) => { list.prepend(Object.assign(document.createElement('li'), { textContent: text, className: `tone-${tone}` })); while (list.children.length > 12) list.lastChild.remove(); };
      const draw = () => { const count = read().length; state.textContent = count ? form.dataset.unsent.replace('{0}', count) : form.dataset.sent; state.classList.toggle('is-unsent', count > 0); };
      let sending = false;
      const send = async () => {
        if (sending) return;
        sending = true;
        try {
          for (let next = read()[0]; next && form.isConnected; next = read()[0]) {
            const fields = new URLSearchParams({ ...next.fields, __RequestVerificationToken: form.elements.__RequestVerificationToken.value, ScanId: next.id, AgeMs: Math.max(0, Date.now() - next.at) });
            const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { 'X-Queue': '1' } });
            if (answer.status !== 200 && answer.status !== 422) break; // not arrived, or signed out: kept
            const { text, tone } = await answer.json();
            say(answer.ok ? text : `${next.fields.Code}: ${text}`, tone);
            write(read().filter(each => each.id !== next.id));
          }
        } catch { /* no line: tried again */ } finally { sending = false; draw(); }
      };
      form.addEventListener('submit', event => {
        event.preventDefault();
        const { Code, Quantity, Bin } = Object.fromEntries(new FormData(form));
        if (!Code.trim() || !Quantity.trim()) return form.elements[Code.trim() ? 'Quantity' : 'Code'].focus();
        write([...read(), { id: crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (+c ^ crypto.getRandomValues(new Uint8Array(1))[0] & 15 >> +c / 4).toString(16)), at: Date.now(), fields: { Code, Quantity, Bin } }]);
        form.elements.Code.value = form.elements.Quantity.value = form.elements.Bin.value = '';
        form.elements.Code.focus();
        send();
      });
      form.querySelector('[data-scan] input').addEventListener('change', () => form.elements.Quantity.focus());
      addEventListener('online', send);
      const again = setInterval(() => form.isConnected ? send() : clearInterval(again), 5000);
      draw();
      send();
    },
    '[data-chart]': async element => {
      await load(settings.charts);
      const option = JSON.parse(element.dataset.chart);
      const colour = tone => css(`--tone-${tone}`);
      const dress = item => { // names of tones become colours of this theme
        for (const each of Array.isArray(item) ? item : Object.values(item)) if (each && typeof each === 'object') dress(each);
        if (item.tone) Object.assign(item, { itemStyle: { color: colour(item.tone) }, lineStyle: { color: colour(item.tone) } });
      };
      dress(option);
      const [ink, faint, line] = [css('--ink-2'), css('--ink-3'), css('--line')];
      for (const axis of [option.xAxis, option.yAxis].flat().filter(Boolean)) {
        axis.axisLabel = { color: ink, fontSize: 12, ...axis.axisLabel };
        const room = axis.axisLabel.fit && element.clientWidth * 0.84 / axis.data.length - 8;
        if (room) Object.assign(axis.axisLabel, { interval: 0, fontSize: 11, lineHeight: 13 }, room < 56 ? { rotate: 40, width: 88, overflow: 'truncate' } : { width: room, overflow: 'break' });
        axis.axisLine = { lineStyle: { color: line }, ...axis.axisLine };
        axis.axisTick = { show: false };
        axis.splitLine = { lineStyle: { color: line }, ...axis.splitLine };
      }
      for (const series of option.series) {
        if (series.type === 'bar') series.itemStyle = { borderRadius: 3, ...series.itemStyle };
        if (series.type === 'pie') series.itemStyle = { borderColor: css('--surface'), borderWidth: 2 };
        if (series.label) series.label = { color: ink, ...series.label };
        if (series.markLine) { series.markLine.label = { color: ink, ...series.markLine.label }; series.markLine.lineStyle = { color: faint, ...series.markLine.lineStyle }; }
      }
      if (option.legend) option.legend = { textStyle: { color: ink }, icon: 'roundRect', itemWidth: 12, itemHeight: 8, ...option.legend };
      if (option.tooltip) option.tooltip = { renderMode: 'richText', backgroundColor: css('--surface'), borderColor: line, textStyle: { color: css('--ink'), fontSize: 13 }, ...option.tooltip }; // html would need inline styles
      const chart = echarts.init(element, null, { renderer: 'canvas' });
      chart.setOption({ color: [1, 2, 3, 4, 5, 6].map(each => css(`--chart-${each}`)), textStyle: { fontFamily: getComputedStyle(body).fontFamily }, animation: false, ...option });
      new ResizeObserver(() => element.isConnected ? chart.resize() : chart.dispose()).observe(element);
    },
    '[data-board]': async board => {
      await load(settings.boards);
      all(board, '[data-column]').forEach(column => new Sortable(column, {
        group: { name: 'board', put: column.dataset.accepts === 'true' }, draggable: '[data-movable]', filter: 'a, summary, .menu', preventOnFilter: false, delay: 150, delayOnTouchOnly: true, animation: calm ? 0 : 120, ghostClass: 'is-ghost',
        onEnd: ({ item, from, to, oldIndex, newIndex }) => (from !== to || oldIndex !== newIndex) && htmx.ajax('POST', board.dataset.board, {
          source: board, target: board, swap: 'outerHTML', select: `#${board.id}`, values: { card: item.dataset.card, column: to.dataset.column, position: newIndex },
        }).then(() => { if (item.isConnected) { item.remove(); from.insertBefore(item, from.children[oldIndex] ?? null); } }), // refused: back where it was
      }));
    },
    '.lifecycle-steps': steps => { const here = steps.querySelector('[aria-current]'); if (here) steps.scrollLeft = here.offsetLeft - steps.offsetLeft - (steps.clientWidth - here.clientWidth) / 2; },
    '[data-sound]': found => sound(found.dataset.sound === 'good'),
    '[data-toast]': message => { toast(message.textContent, [...message.classList].find(each => each.startsWith('tone-'))); message.remove(); },
    '[data-live-topic]': part => { part.dataset.liveTopic.split(' ').forEach(topic => topics.add(topic)); listen(); },
  };

  // Something happened elsewhere: the event carries a name only, the part fetches itself anew with its own reader's rights. Hidden pages hold no connection.
  const topics = new Set(), heard = new Set();
  let source = null;
  const told = new Set();
  const tell = (topic, after = 400) => told.has(topic) || told.add(topic) && setTimeout(() => { told.delete(topic); body.dispatchEvent(new CustomEvent(`live:${topic}`)); }, after); // many at once are one
  const listen = () => {
    if (!body.dataset.live || document.hidden || !topics.size) return;
    source ??= new EventSource(body.dataset.live);
    topics.forEach(topic => heard.has(topic) || heard.add(topic) && source.addEventListener(topic, () => tell(topic)));
  };
  on('htmx:beforeRequest', event => { // what the reader is in the middle of is not swapped away: later
    if (!event.target.matches('[data-live-topic]')) return;
    const part = event.detail.target, writes = document.activeElement;
    if (!part.querySelector('dialog[open], details[open], .is-ghost') && !(part.contains(writes) && isField(writes) && !writes.matches('[data-list-search], select'))) return;
    event.preventDefault();
    event.target.dataset.liveTopic.split(' ').forEach(topic => tell(topic, 3000));
  });
  on('visibilitychange', () => {
    if (document.hidden) { source?.close(); source = null; heard.clear(); } else if (topics.size) { listen(); topics.forEach(topic => tell(topic)); }
  });

  const clock = element => {
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(element.dataset.since)) / 1000));
    element.textContent = `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  };
  setInterval(() => document.querySelectorAll('[data-since]').forEach(clock), 1000);

  const dressed = new WeakMap();
  on('htmx:load', event => {
    for (const [selector, action] of Object.entries(attach)) {
      for (const element of all(event.target, selector)) {
        const done = dressed.get(element) ?? dressed.set(element, new Set()).get(element);
        if (!done.has(selector)) { done.add(selector); action(element); }
      }
    }
  });
  toastFromCookie();
})();
