# The same work in R, on the files that the bench has written: prints milliseconds by name as JSON.
suppressPackageStartupMessages({
  library(survival)
  library(survey)
})

arguments <- commandArgs(trailingOnly = TRUE)
column <- function(name) {
  path <- file.path(arguments[1], paste0(name, ".f64"))
  readBin(path, "double", file.size(path) / 8)
}

works <- list(
  survival = function() {
    data <- data.frame(time = column("times"), event = column("events"), group = column("groups"))
    function() survfit(Surv(time, event) ~ group, data = data, conf.type = "log-log")
  },
  raking = function() {
    names <- paste0("margin", 0:5)
    data <- as.data.frame(lapply(setNames(names, names), function(name) factor(column(name))))
    design <- svydesign(~1, weights = rep(1, nrow(data)), data = data)
    formulas <- lapply(names, function(name) as.formula(paste0("~", name)))
    totals <- lapply(names, function(name) {
      levels <- levels(data[[name]])
      setNames(data.frame(levels, nrow(data) / length(levels)), c(name, "Freq"))
    })
    function() rake(design, formulas, totals, control = list(maxit = 50, epsilon = 1e-8))
  }
)

took <- sapply(arguments[-1], function(name) {
  work <- works[[name]]()
  1000 * system.time(work())[["elapsed"]]
})
cat("{", paste0('"', names(took), '":', took, collapse = ","), "}")
