"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { isTyping } from "./is-typing";
import styles from "./SearchField.module.css";

const pauseMs = 250;

/** Searches when the typing pauses, at once on Enter. `/` brings the cursor here. */
export function SearchField({ label, hint, onSearch }: { label: string; hint: string; onSearch: (search: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");

  useEffect(() => {
    const timer = setTimeout(() => onSearch(text.trim()), text === "" ? 0 : pauseMs);
    return () => clearTimeout(timer);
  }, [text, onSearch]);

  useEffect(() => {
    function focusOnSlash(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    }
    window.addEventListener("keydown", focusOnSlash);
    return () => window.removeEventListener("keydown", focusOnSlash);
  }, []);

  return (
    <form role="search" className={styles.search} onSubmit={(event) => { event.preventDefault(); onSearch(text.trim()); }}>
      <Search aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={hint}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => { if (event.key === "Escape") setText(""); }}
      />
      <kbd aria-hidden>/</kbd>
    </form>
  );
}
