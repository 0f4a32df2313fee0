const hz = { D3: 146.83, A3: 220 } as const;
const detuneCents = 5;
/** Four voices that are not in tune add up to twice as loud as one: together 24 dB below the loudest. */
const voiceLoudness = 10 ** (-24 / 20) / 2;
const lowPassHz = 500;
const swellSeconds = 8;
const fadeSeconds = 1.2;

/** A soft ground under a lobby: two notes, each of two triangles that are not quite in tune, swelling and sinking. Gives what ends it. */
export function startLobbyBed(context: AudioContext, output: AudioNode, loudness: number): () => void {
  const now = context.currentTime;
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setTargetAtTime(loudness, now, fadeSeconds);
  const lowPass = new BiquadFilterNode(context, { type: "lowpass", frequency: lowPassHz });
  // Between silence and the whole, once in eight seconds: the half of it, and a slow wave as high as that half.
  const swell = new GainNode(context, { gain: voiceLoudness / 2 });
  const wave = new OscillatorNode(context, { type: "sine", frequency: 1 / swellSeconds });
  wave.connect(new GainNode(context, { gain: voiceLoudness / 2 })).connect(swell.gain);
  const voices = [hz.D3, hz.A3].flatMap((frequency) => [-detuneCents, detuneCents].map((detune) => new OscillatorNode(context, { type: "triangle", frequency, detune })));
  for (const voice of voices) voice.connect(lowPass);
  lowPass.connect(swell).connect(volume).connect(output);
  for (const source of [wave, ...voices]) source.start(now);
  return () => {
    const end = context.currentTime;
    volume.gain.cancelScheduledValues(end);
    volume.gain.setTargetAtTime(0, end, fadeSeconds / 4);
    for (const source of [wave, ...voices]) source.stop(end + fadeSeconds);
  };
}
