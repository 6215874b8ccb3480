/** What pages draw of the curve and of the chart for the notebook's model: its points, as the grader reads them. */
import { notebookBatchSizes, notebookModel, type ShownAnswers, type Shows } from "../../../contract/shown";
import { shownCurve } from "../../kit/public/shown-roofline";
import { readPlot } from "./plot-spec";

/** A chart of more points than these is of more than the curve. */
const mostPoints = 128;

/** Of its first line, across and upwards in turn. */
const shownChart: ShownAnswers = {
  calls: [{ export: "intensityPlot", args: [notebookBatchSizes, notebookModel] }],
  read: ([answer]) => {
    const read = readPlot(answer);
    const [points = []] = read.ok ? read.answer.series : [];
    const isShort = points.length > 0 && points.length <= mostPoints;
    return isShort ? points.flatMap(({ x, y }) => [x, y]) : undefined;
  },
};

export const shows: Shows = { ...shownCurve, chart: shownChart };
