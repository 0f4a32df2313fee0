import type { Cue, Tone } from "./cues";
import { startLobbyBed } from "./lobby-bed";

/** As loud as the stage gets: a projector's speakers do the rest. */
const masterLoudness = 10 ** (-14 / 20);
const silence = 0.0001;

export type Speaker = {
  play: (cue: Cue, loudness: number) => void;
  /** Lays the lobby's ground until what it gives is called. */
  layBed: (loudness: number) => () => void;
  /** After a sleep the context may stand still until somebody touches the page. */
  wake: () => void;
  close: () => void;
};

/** Makes the tones of cues. Nothing is loaded, and nothing is heard before the context runs, which takes a gesture of somebody. */
export function createSpeaker(context: AudioContext, random: () => number): Speaker {
  const master = context.createGain();
  master.gain.value = masterLoudness;
  // Many tones at once stay as loud as a few.
  master.connect(context.createDynamicsCompressor()).connect(context.destination);

  return {
    play(cue, loudness) {
      if (context.state !== "running" || loudness <= 0) return;
      for (const tone of cue) sound({ context, master, random }, { ...tone, loudness: tone.loudness * loudness });
    },
    layBed: (loudness) => (loudness > 0 ? startLobbyBed(context, master, loudness) : () => undefined),
    wake: () => {
      if (context.state !== "running") void context.resume();
    },
    close: () => void context.close(),
  };
}

type Desk = { context: AudioContext; master: AudioNode; random: () => number };

function sound({ context, master, random }: Desk, { wave, atMs, hz, toHz, attackMs, decayMs, loudness }: Tone): void {
  const start = context.currentTime + atMs / 1_000;
  const peak = start + attackMs / 1_000;
  const end = peak + decayMs / 1_000;
  const gain = context.createGain();
  gain.gain.setValueAtTime(silence, start);
  gain.gain.exponentialRampToValueAtTime(Math.max(silence, loudness), peak);
  gain.gain.exponentialRampToValueAtTime(silence, end);
  gain.connect(master);

  const glide = (pitch: AudioParam) => {
    pitch.setValueAtTime(hz, start);
    if (toHz !== undefined) pitch.exponentialRampToValueAtTime(toHz, end);
  };
  const source = wave === "noise" ? noise(context, end - start, random) : new OscillatorNode(context, { type: wave });
  if (source instanceof OscillatorNode) {
    glide(source.frequency);
    source.connect(gain);
  } else {
    const filter = new BiquadFilterNode(context, { type: "bandpass", Q: 1.2 });
    glide(filter.frequency);
    source.connect(filter).connect(gain);
  }
  source.start(start);
  source.stop(end);
}

function noise(context: AudioContext, seconds: number, random: () => number): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, Math.ceil(seconds * context.sampleRate), context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let index = 0; index < samples.length; index += 1) samples[index] = random() * 2 - 1;
  return new AudioBufferSourceNode(context, { buffer });
}
