'use strict';
(() => {
  const findings = [...document.querySelectorAll('.finding')];
  const panel = document.querySelector('.findings');
  const position = document.querySelector('.position');
  const list = document.querySelector('[data-do="list"]');
  const colours = document.querySelector('[data-do="colours"]');
  const total = position.textContent;
  const lit = [];
  let current = -1;

  const placeOf = index => document.getElementById(`m${index + 1}`);

  // The words of each finding, and the other places that it speaks of.
  const words = new Map();
  for (const element of document.querySelectorAll('[data-f], [data-r]')) {
    for (const number of `${element.dataset.f ?? ''} ${element.dataset.r ?? ''}`.split(' ').filter(Boolean)) {
      words.has(number) ? words.get(number).push(element) : words.set(number, [element]);
    }
  }

  function release() {
    for (const element of lit.splice(0)) {
      element.classList.remove('current');
      element.removeAttribute('aria-current');
    }
    current = -1;
    position.textContent = total;
  }

  function light(element) {
    element.classList.add('current');
    lit.push(element);
  }

  // Twice: what was off the screen has its size only after the first.
  function show(element, block) {
    element.scrollIntoView({ block, behavior: 'instant' });
    requestAnimationFrame(() => element.scrollIntoView({ block, behavior: 'instant' }));
  }

  function go(index, focus) {
    if (findings.length === 0) {
      return;
    }
    release();
    current = (index + findings.length) % findings.length;
    const finding = findings[current];
    light(finding);
    finding.setAttribute('aria-current', 'true');
    (words.get(String(current + 1)) ?? []).forEach(light);
    position.textContent = `${current + 1} of ${findings.length}`;
    open(false);
    const place = placeOf(current);
    if (place) {
      show(place, 'center');
    }
    if (focus === 'text' && place) {
      place.focus({ preventScroll: true });
    } else {
      finding.focus({ preventScroll: true });
    }
    const box = panel.getBoundingClientRect();
    const at = finding.getBoundingClientRect();
    panel.scrollTop += at.top - box.top - panel.querySelector('.bar').offsetHeight - 8;
  }

  function open(isOpen) {
    panel.classList.toggle('open', isOpen);
    list.setAttribute('aria-expanded', String(isOpen));
  }

  function paint() {
    const isPlain = document.documentElement.classList.toggle('plain');
    colours.setAttribute('aria-pressed', String(!isPlain));
  }

  const indexOf = element => Number(element.closest('[data-f]')?.dataset.f.split(' ')[0] ?? 0) - 1;

  function step(by) {
    // From where the reader is: the focused words or finding, else the last one.
    go(current < 0 && by < 0 ? findings.length - 1 : current + by, document.activeElement?.closest('main') && current >= 0 ? 'text' : 'finding');
  }

  function cross() {
    const active = document.activeElement;
    const inText = active?.closest('main [data-f]');
    if (inText) {
      go(indexOf(inText), 'finding');
    } else {
      const finding = active?.closest('.finding');
      if (finding && active === finding) {
        go(findings.indexOf(finding), 'text');
      } else {
        return false;
      }
    }
    return true;
  }

  const verbs = { n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1), c: paint };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (event.key === 'Enter' && cross()) {
      event.preventDefault();
    } else if (event.key === 'Escape') {
      release();
      open(false);
      document.activeElement?.blur();
    } else if (verbs[event.key]) {
      event.preventDefault();
      verbs[event.key]();
    }
  });

  document.addEventListener('click', event => {
    const target = event.target;
    const verb = target.closest('[data-do]')?.dataset.do;
    const mark = target.closest('main [data-f]');
    const finding = target.closest('.finding');
    if (verb === 'next' || verb === 'previous') {
      step(verb === 'next' ? 1 : -1);
    } else if (verb === 'list') {
      open(!panel.classList.contains('open'));
    } else if (verb === 'colours') {
      paint();
    } else if (mark) {
      event.preventDefault();
      const numbers = mark.dataset.f.split(' ').map(Number);
      go(numbers[(numbers.indexOf(current + 1) + 1) % numbers.length] - 1, 'text');
    } else if (finding && !target.closest('a')) {
      go(findings.indexOf(finding), 'finding');
    } else if (finding && !target.closest('a').hash.startsWith('#rule-')) {
      // A related place: the finding stays lit.
      event.preventDefault();
      if (findings.indexOf(finding) !== current) {
        go(findings.indexOf(finding), 'finding');
      }
      const place = document.getElementById(target.closest('a').hash.slice(1));
      if (place) {
        show(place, 'center');
        place.focus({ preventScroll: true });
      }
    }
  });

  document.documentElement.classList.add('js');
  for (const finding of findings) {
    finding.tabIndex = -1;
  }
})();
