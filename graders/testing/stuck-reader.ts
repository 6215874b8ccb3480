/** For a test: a grader that takes in a class which takes long, waiting to be killed. @param process.argv where it lies */
import { parseLimits } from "../contract/limits";
import { discoverApart } from "../grade/reading/discover-apart";

void discoverApart(process.argv[2] ?? "", parseLimits());
