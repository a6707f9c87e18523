"use strict";
// What a page does in the browser besides showing itself: keys, the palette, the selection, themes, time zones. Pages work without it.
(() => {
  const root = document.documentElement;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const year = 60 * 60 * 24 * 365;
  const remember = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${year}; samesite=lax`; };
  const say = text => { const place = $("#spoken"); if (place) place.textContent = text; };

  // The reader's zone and theme are told to the server once, which then makes pages that are right from the start.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && root.dataset.zone !== zone && !document.cookie.includes("zone=" + encodeURIComponent(zone))) {
    remember("zone", zone);
    if (document.body.contains($("#live"))) location.reload();
  }
  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches("[data-theme-button]")) {
      const next = { system: "light", light: "dark", dark: "system" }[root.dataset.theme] || "system";
      root.dataset.theme = next;
      remember("theme", next);
      button.textContent = next === "system" ? "Theme" : next === "light" ? "Light" : "Dark";
      document.dispatchEvent(new CustomEvent("theme"));
      say("Theme: " + next);
    } else if (button.matches(".menu-button")) {
      const open = $("#menu").classList.toggle("open");
      button.setAttribute("aria-expanded", String(open));
    } else if (button.matches("[data-pause]")) {
      if (out) signIn(); else pause(!paused);
    } else if (button.matches("[data-palette]")) {
      palette();
    } else if (button.matches("[data-fill]")) {
      const field = document.getElementById(button.dataset.fill);
      field.value = button.value;
      field.focus();
    } else if (button.matches("[data-save-view]")) {
      nameView();
    }
  });

  // Pages follow what happens, unless somebody reads in peace or a form is open.
  let paused = false, missed = false, lost = false, out = false;
  const follow = () => $$("[hx-trigger*='sse:']").forEach(part => htmx.trigger(part, "sse:changed"));
  const state = () => {
    const button = $("[data-pause]");
    button.setAttribute("aria-pressed", String(paused));
    button.textContent = out ? "Signed out: sign in again" : paused ? "Paused" : lost ? "Reconnecting…" : "Pause";
  };
  const pause = wanted => {
    paused = wanted;
    state();
    say(paused ? "Paused" : "Following what happens");
    if (!paused) follow();
  };
  // What happened while nobody was connected was told to nobody.
  document.addEventListener("htmx:sseError", () => { if (!lost) { lost = true; state(); } });
  // Whose session is over, as after a restart of the daemon, is led to sign in and back; a form that is open is left alone.
  const signIn = () => location.assign("/sign-in?to=" + encodeURIComponent(location.pathname + location.search + location.hash));
  const signedOut = source => {
    source.close();
    out = true;
    state();
    if (!paused && !document.hidden && !busy(document.body)) signIn();
  };
  document.addEventListener("htmx:sseOpen", event => {
    event.detail.source?.addEventListener("signed-out", () => signedOut(event.detail.source));
    document.documentElement.dataset.follows = "yes";
    if (lost) { lost = false; state(); follow(); }
  });
  const busy = part => part.contains(document.activeElement) && document.activeElement.matches("input:not([type=checkbox]), textarea, select")
    || $("details.action[open]", part) !== null;
  document.addEventListener("htmx:beforeRequest", event => {
    const part = event.detail.elt;
    const live = (part.getAttribute("hx-trigger") || "").includes("sse:");
    if (live && (paused || document.hidden || busy(part))) { event.preventDefault(); missed = true; }
  });
  // Before htmx hears of it: what comes while a part is looked up would wait at the part, and go with it when it is replaced.
  document.addEventListener("sse:changed", event => {
    const left = paused || document.hidden || busy(event.target);
    missed ||= left;
    if (left || !due(event.target)) event.stopImmediatePropagation();
  }, true);
  document.addEventListener("htmx:afterRequest", event => {
    // The part itself is no longer in the page if it was replaced: its parent is told, and only the request names it.
    const known = looked[event.detail.requestConfig?.elt?.id || event.detail.elt.id];
    if (known) known.under = false;
  });
  // A part is looked up at this pace and no faster, and once more after the last change: a change while it is looked up is not lost.
  const looked = {}, PACE = 2000, LONGEST = 15000;
  const due = part => {
    const known = looked[part.id] ||= { at: 0 };
    const rest = known.at + Number(part.dataset.pace || PACE) - Date.now();
    if (rest <= 0 && (!known.under || known.at + LONGEST < Date.now())) {
      known.at = Date.now();
      known.under = true;
      return true;
    }
    known.later ||= setTimeout(() => {
      known.later = null;
      const now = document.getElementById(part.id);
      if (now) htmx.trigger(now, "sse:changed");
    }, Math.max(rest, 250));
    return false;
  };
  // What was left out because nobody looked, or somebody was at work in it, is made up for.
  const catchUp = () => {
    if (out && !paused && !document.hidden && !busy(document.body)) return signIn();
    if (!missed || paused || document.hidden) return;
    missed = false;
    follow();
  };
  document.addEventListener("visibilitychange", catchUp);
  document.addEventListener("focusout", () => setTimeout(catchUp));
  document.addEventListener("toggle", catchUp, true);

  // What an action asks and foretells is seen as soon as it is opened, and again when the forecast has come.
  const reveal = action => action?.scrollIntoView({ block: action.getBoundingClientRect().height < innerHeight * .7 ? "nearest" : "start", behavior: "instant" });
  document.addEventListener("toggle", event => {
    if (!event.target.matches?.("details.action[open]")) return;
    reveal(event.target);
    $("input:not([type=hidden]), select, textarea", event.target)?.focus({ preventScroll: true });
  }, true);
  document.addEventListener("htmx:afterSettle", event => { if (event.target.matches?.(".forecast")) reveal(event.target.closest("details.action")); });

  // A part that is replaced keeps what was selected, opened, focused and where the reader was: the rows on the screen stay where they
  // are. The browser's own way of it is off meanwhile: it follows the focused element that is taken out, to the end of the page.
  const barEnd = () => $("header.bar")?.getBoundingClientRect().bottom || 0;
  const onScreen = part => {
    if (scrollY === 0) return [];
    const seen = $$("[data-row]", part).map(row => ({ row: row.dataset.row, top: row.getBoundingClientRect().top, end: row.getBoundingClientRect().bottom }))
      .filter(one => one.end > barEnd() && one.top < innerHeight);
    const own = part.contains(document.activeElement) && document.activeElement.closest("[data-row]")?.dataset.row || $(".here", part)?.dataset.row;
    return [...seen.filter(one => one.row === own), ...seen.filter(one => one.row !== own)];
  };
  const rowOf = (name, part) => $(`[data-row="${CSS.escape(name)}"]`, part);
  let kept = null;
  document.addEventListener("htmx:beforeSwap", event => {
    const part = event.detail.target;
    const active = part.contains(document.activeElement) ? document.activeElement : null;
    kept = {
      ticked: $$("input[name=id]:checked", part).map(box => box.value),
      open: $$("details[open]", part).map(one => one.closest("[id]")?.id + "/" + $("summary", one)?.textContent),
      here: $(".here", part)?.dataset.row,
      focus: active?.closest("[data-row]")?.dataset.row,
      box: active?.matches("input[name=id]"),
      seen: onScreen(part),
      end: part.getBoundingClientRect().bottom,
      above: scrollY > 0 && part.getBoundingClientRect().bottom <= barEnd(),
    };
    root.style.overflowAnchor = "none";
  });
  document.addEventListener("htmx:afterSwap", event => {
    const part = document.getElementById(event.detail.target.id) || event.detail.target;
    if (!kept) return;
    $$("input[name=id]", part).forEach(box => { box.checked = kept.ticked.includes(box.value); });
    $$("details", part).forEach(one => { if (kept.open.includes(one.closest("[id]")?.id + "/" + $("summary", one)?.textContent)) one.open = true; });
    if (kept.here) rowOf(kept.here, part)?.classList.add("here");
    const focused = kept.focus && rowOf(kept.focus, part);
    if (focused) $(kept.box ? "input[name=id]" : "a", focused)?.focus({ preventScroll: true });
    const same = kept.seen.find(one => rowOf(one.row, part));
    if (same) scrollBy({ top: rowOf(same.row, part).getBoundingClientRect().top - same.top, behavior: "instant" });
    else if (kept.above) scrollBy({ top: part.getBoundingClientRect().bottom - kept.end, behavior: "instant" });
    kept = null;
    requestAnimationFrame(() => requestAnimationFrame(() => { root.style.overflowAnchor = ""; }));
    count();
  });

  // Selection
  const count = () => {
    const place = $("[data-selected]");
    if (!place) return;
    const ticked = $$("input[name=id]:checked").length;
    const all = $("input[name=everything]")?.checked;
    place.textContent = all ? "All that match" : ticked === 0 ? "Nothing selected" : ticked + " selected";
    const address = new URL(location.href);
    const ids = $$("input[name=id]:checked").map(box => box.value);
    if (ids.length && ids.length <= 50) address.hash = "selected=" + ids.join(","); else address.hash = "";
    history.replaceState(history.state, "", address.hash ? address : address.href.replace(/#$/, ""));
  };
  document.addEventListener("change", event => {
    if (event.target.matches("[data-select-all]")) $$("input[name=id]").forEach(box => { box.checked = event.target.checked; });
    if (event.target.matches("input[name=id], [data-select-all], input[name=everything]")) count();
    if (event.target.matches(".filters select, .filters input[type=checkbox]")) event.target.form.requestSubmit();
  });
  if (location.hash.startsWith("#selected=")) {
    const ids = location.hash.slice(10).split(",");
    $$("input[name=id]").forEach(box => { box.checked = ids.includes(box.value); });
    count();
  }

  // A chosen or dropped file is read here, a character for each byte, and stays in the page until the form is sent.
  const read = async (file, into) => {
    const place = document.getElementById(into.id + "-note");
    const most = Number(into.dataset.most);
    if (file.size > most) { place.textContent = `${file.name} has ${file.size} bytes; at most ${most} are taken here. Check it with the command x12 check.`; return; }
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    into.value = text;
    place.textContent = file.name;
  };
  document.addEventListener("change", event => {
    if (event.target.matches("[data-file-for]") && event.target.files.length) read(event.target.files[0], document.getElementById(event.target.dataset.fileFor));
  });
  document.addEventListener("dragover", event => { if (event.target.matches("[data-takes-files]")) event.preventDefault(); });
  document.addEventListener("drop", event => {
    if (!event.target.matches("[data-takes-files]") || !event.dataTransfer.files.length) return;
    event.preventDefault();
    read(event.dataTransfer.files[0], event.target);
  });

  // A chosen file is put into the text beside it, where it can be read and corrected before it is sent.
  document.addEventListener("change", async event => {
    if (!event.target.matches("[data-file-into]") || !event.target.files.length) return;
    const text = document.getElementById(event.target.dataset.fileInto);
    text.value = await event.target.files[0].text();
    say(event.target.files[0].name + " was read");
  });

  // Saved views stay in this browser.
  const key = "views";
  const views = () => { try { return JSON.parse(localStorage.getItem(key)) || []; } catch { return []; } };
  const showViews = () => {
    const list = $("[data-views] ul");
    if (!list) return;
    list.replaceChildren(...views().map(view => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = view.address; link.textContent = view.name;
      const remove = document.createElement("button");
      remove.type = "button"; remove.className = "quiet"; remove.textContent = "×"; remove.setAttribute("aria-label", "Forget the view " + view.name);
      remove.addEventListener("click", () => { localStorage.setItem(key, JSON.stringify(views().filter(one => one.name !== view.name))); showViews(); });
      item.append(link, remove);
      return item;
    }));
  };
  // A name is asked for; what restricts the list is proposed.
  const nameView = () => {
    const form = $("[data-name-view]");
    form.hidden = false;
    form.elements.name.value = $$(".chips b").map(one => one.textContent).concat($("#q")?.value || []).filter(Boolean).join(", ") || "all documents";
    form.elements.name.focus();
    form.elements.name.select();
  };
  document.addEventListener("submit", event => {
    if (!event.target.matches("[data-name-view]")) return;
    event.preventDefault();
    const name = event.target.elements.name.value.trim();
    if (!name) return;
    event.target.hidden = true;
    saveView(name);
    $("[data-save-view]").focus();
  });
  const saveView = name => {
    localStorage.setItem(key, JSON.stringify(views().filter(one => one.name !== name).concat({ name, address: location.pathname + location.search }).slice(-20)));
    showViews();
    say("Saved: " + name);
  };
  showViews();

  // A box that offers what is found while somebody writes: the palette, with sections besides, and the search of a page.
  const boxes = { "palette-text": { list: "palette-list", sections: true }, q: { list: "q-list", sections: false } };
  const boxOf = input => boxes[input?.id] && document.getElementById(boxes[input.id].list) ? boxes[input.id] : null;
  const item = (title, address, note) => {
    const one = document.createElement("li");
    one.setAttribute("role", "option");
    one.dataset.address = address;
    one.append(title);
    if (note) { const more = document.createElement("small"); more.textContent = note; one.append(more); }
    one.addEventListener("mousedown", event => event.preventDefault());
    one.addEventListener("click", () => { location.href = address; });
    return one;
  };
  const offered = input => $$("li", document.getElementById(boxOf(input).list));
  const choose = (input, chosen) => {
    offered(input).forEach((one, at) => {
      one.id = boxOf(input).list + "-" + at;
      one.setAttribute("aria-selected", String(one === chosen));
    });
    if (chosen) { chosen.scrollIntoView({ block: "nearest" }); input.setAttribute("aria-activedescendant", chosen.id); } else input.removeAttribute("aria-activedescendant");
  };
  const offer = (input, items) => {
    const box = boxOf(input), list = document.getElementById(box.list);
    list.replaceChildren(...items);
    if (!box.sections) { list.hidden = items.length === 0; input.setAttribute("aria-expanded", String(!list.hidden)); }
    choose(input, box.sections ? list.firstElementChild : null);
  };
  let asked = 0;
  let foundFor = null;
  const find = async input => {
    const box = boxOf(input), text = input.value.trim();
    foundFor = null;
    const places = box.sections ? $$("#menu a").filter(one => one.textContent.toLowerCase().includes(text.toLowerCase())).map(one => item(one.textContent, one.getAttribute("href"), "go to")) : [];
    if (box.sections || text.length < 2) offer(input, places);
    const mine = ++asked;
    if (text.length < 2) { foundFor = text; return; }
    const answer = await fetch("/documents/find?q=" + encodeURIComponent(text), { headers: { Accept: "application/json" } });
    if (mine !== asked || !answer.ok || (!box.sections && document.activeElement !== input)) return;
    const found = await answer.json();
    if (mine !== asked) return;
    foundFor = text;
    offer(input, [...found.map(one => item(one.title, one.address, one.note)), ...places, item("All documents with " + text, "/documents?q=" + encodeURIComponent(text), "search")]);
    if (!box.sections) say(found.length + " found; the arrow keys choose");
  };
  const palette = () => {
    const dialog = $("#palette");
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const text = $("#palette-text");
    text.value = "";
    find(text);
    text.focus();
  };
  let later;
  document.addEventListener("input", event => {
    if (boxOf(event.target)) { clearTimeout(later); later = setTimeout(find, 120, event.target); }
  });
  document.addEventListener("focusout", event => {
    const box = boxOf(event.target);
    if (box && !box.sections) { asked++; offer(event.target, []); }
  });
  // Whether the key was for what is offered.
  const chosenByKey = event => {
    const input = event.target, box = boxOf(input);
    if (!box) return false;
    const all = offered(input);
    const at = all.findIndex(one => one.getAttribute("aria-selected") === "true");
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length) {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      choose(input, all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
    } else if (event.key === "Enter" && box.sections && foundFor !== input.value.trim()) {
      // Written and sent before anything was looked for: what was offered before is not meant.
      event.preventDefault();
      clearTimeout(later);
      find(input).then(() => offered(input).find(one => one.getAttribute("aria-selected") === "true")?.click());
    } else if (event.key === "Enter" && all[at]) {
      event.preventDefault();
      location.href = all[at].dataset.address;
    } else if (event.key === "Escape" && !box.sections && all.length) {
      event.preventDefault();
      asked++;
      offer(input, []);
    }
    return true;
  };

  // Where the reader was: the row, and what was selected, are there again when somebody comes back to the page.
  const place = () => history.replaceState({
    ...history.state,
    here: $(".here")?.dataset.row,
    selected: $$("input[name=id]:checked").map(box => box.value),
  }, "");
  addEventListener("pagehide", place);
  const wasHere = history.state?.here && $(`[data-row="${CSS.escape(history.state.here)}"]`);
  if (wasHere) { wasHere.classList.add("here"); $("a[data-open]", wasHere)?.focus({ preventScroll: true }); }
  if (history.state?.selected?.length) {
    $$("input[name=id]").forEach(box => { if (history.state.selected.includes(box.value)) box.checked = true; });
    count();
  }
  document.addEventListener("click", event => {
    const row = event.target.closest("a[data-open]")?.closest("[data-row]");
    if (row) { $$("[data-row].here").forEach(one => one.classList.remove("here")); row.classList.add("here"); place(); }
  });

  // What was ticked or written and not sent is there again when a session ended meanwhile and somebody signs in again.
  const UNSENT = "unsent", AGAIN = "signed-in-again";
  const signingIn = location.pathname.startsWith("/sign-in");
  const written = form => Object.fromEntries($$("textarea[name], input[type=text][name], input:not([type])[name]", form)
    .filter(field => field.value !== field.defaultValue).map(field => [field.name, field.value]));
  let leaving = false;
  document.addEventListener("submit", event => { if (event.target.getAttribute("action") === "/sign-out") leaving = true; });
  addEventListener("pagehide", () => {
    // Who signs out leaves nothing to the next one.
    if (signingIn || leaving) return;
    const forms = $$("main form[method=post]").map(form => ({ action: form.getAttribute("action"), values: written(form) }))
      .filter(form => Object.keys(form.values).length);
    const selected = $$("input[name=id]:checked").map(box => box.value);
    const everything = Boolean($("input[name=everything]")?.checked);
    if (forms.length || selected.length || everything) {
      sessionStorage.setItem(UNSENT, JSON.stringify({ path: location.pathname, forms, selected, everything }));
    }
  });
  const unsent = JSON.parse(sessionStorage.getItem(UNSENT) || "null");
  if (signingIn) {
    if (unsent) sessionStorage.setItem(AGAIN, "yes");
  } else {
    if (unsent && sessionStorage.getItem(AGAIN) && unsent.path.startsWith(location.pathname)) {
      unsent.forms.forEach(one => {
        const form = $$("main form[method=post]").find(form => form.getAttribute("action") === one.action);
        Object.entries(one.values).forEach(([name, value]) => {
          const field = form && $$("textarea, input", form).find(field => field.name === name);
          if (field) { field.value = value; field.closest("details")?.setAttribute("open", ""); }
        });
      });
      $$("input[name=id]").forEach(box => { if (unsent.selected.includes(box.value)) box.checked = true; });
      if (unsent.everything && $("input[name=everything]")) $("input[name=everything]").checked = true;
      count();
    }
    sessionStorage.removeItem(UNSENT);
    sessionStorage.removeItem(AGAIN);
  }

  // Keys
  const rows = () => $$("[data-rows] [data-row]");
  const move = by => {
    const all = rows();
    if (!all.length) return;
    const at = all.findIndex(row => row.classList.contains("here"));
    const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))];
    all.forEach(row => row.classList.toggle("here", row === next));
    next.scrollIntoView({ block: "nearest" });
    $("a[data-open]", next)?.focus({ preventScroll: true });
  };
  let going = false;
  document.addEventListener("keydown", event => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") { event.preventDefault(); palette(); return; }
    if (chosenByKey(event)) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (going) {
      going = false;
      const link = $(`#menu a[data-go="${CSS.escape(event.key)}"]`);
      if (link) { event.preventDefault(); location.href = link.getAttribute("href"); }
      return;
    }
    const here = $(".here");
    const known = {
      "/": () => { const box = $("[data-search]"); if (box) { box.focus(); box.select(); } else palette(); },
      j: () => move(1), k: () => move(-1), ArrowDown: null,
      o: () => here && $("a[data-open]", here)?.click(),
      x: () => { const box = here && $("input[name=id]", here); if (box) { box.checked = !box.checked; count(); } },
      p: () => $("[data-pause]") && pause(!paused),
      g: () => { going = true; setTimeout(() => { going = false; }, 1500); },
      "?": () => $("#keys")?.showModal(),
    }[event.key];
    if (known) { event.preventDefault(); known(); }
  });
})();
