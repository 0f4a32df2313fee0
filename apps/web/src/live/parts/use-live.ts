import { useDispatch, useSelector } from "react-redux";
import type { LiveState, LiveStore } from "../store/live-store";

export const useLiveSelector = useSelector.withTypes<LiveState>();
export const useLiveDispatch = useDispatch.withTypes<LiveStore["dispatch"]>();
