import { createSlice, type PayloadAction } from "@reduxjs/toolkit";
import { type ClockSample, forgetReadings, guessClock, learnClock, unknownClock } from "./clock";
import { feedReceived } from "./feed-slice";

const clockSlice = createSlice({
  name: "clock",
  initialState: unknownClock,
  reducers: {
    clockSampled: (clock, { payload }: PayloadAction<ClockSample>) => learnClock(clock, payload),
    clockDoubted: (clock) => forgetReadings(clock),
  },
  extraReducers: (builder) => {
    builder.addCase(feedReceived, (clock, { payload: { message, receivedAt } }) =>
      message.type === "snapshot" ? guessClock(clock, { serverTime: Date.parse(message.payload.serverTime), receivedAt }) : clock,
    );
  },
});

export const { clockSampled, clockDoubted } = clockSlice.actions;
export const clockReducer = clockSlice.reducer;
