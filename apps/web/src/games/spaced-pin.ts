/** Two groups of three, as codes are read aloud. */
export function spacedPin(pin: string): string {
  return `${pin.slice(0, 3)}\u202f${pin.slice(3)}`;
}
