/** What the page draws of the chart for the notebook's model: its points, as the grader reads them. */
import { notebookBatchSizes, type ShownAnswers } from "../../contract/shown";
import { notebookModel } from "../kit/roofline/model-input";
import { readPlot } from "./public/plot-spec";

/** A chart of more points than these is of more than the curve. */
const mostPoints = 128;

/** Of its first line, across and upwards in turn. */
export const shownChart: ShownAnswers = {
  calls: [{ export: "intensityPlot", args: [notebookBatchSizes, notebookModel] }],
  read: ([answer]) => {
    const read = readPlot(answer);
    const [points = []] = read.ok ? read.answer.series : [];
    const isShort = points.length > 0 && points.length <= mostPoints;
    return isShort ? points.flatMap(({ x, y }) => [x, y]) : undefined;
  },
};
