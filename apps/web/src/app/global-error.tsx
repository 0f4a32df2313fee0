"use client";

import "@/styles/global.css";
import { PlainPage } from "@/ui/PlainPage";
import { Button } from "@/ui/Button";

/** The last resort, when the layout itself failed: no messages are loaded here, so it speaks English. */
export default function GlobalErrorPage({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Quickfire</title>
        <PlainPage title="This page stopped working" text="Nothing that was saved is lost. Try again in a moment." actions={<Button look="primary" onClick={reset}>Try again</Button>} />
      </body>
    </html>
  );
}
