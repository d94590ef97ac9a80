/* SPDX-License-Identifier: MIT */
#include "write/chart_theme.h"

static const chart_theme themes[] = {
    [DATELINE_LIGHT] = {.paper = "#ffffff",
                        .ink = "#121417",
                        .grey = "#62686f",
                        .day = "#434a52",
                        .axis = "#868e96",
                        .faint = "#b4bac0",
                        .status = {[EVENT_HAPPENED] = "#3d444b",
                                   [EVENT_PLANNED] = "#1f5fbf",
                                   [EVENT_CANCELLED] = "#676c72",
                                   [EVENT_DENIED] = "#b3242f",
                                   [EVENT_ALLEGED] = "#925400",
                                   [EVENT_ONGOING] = "#0b6b62"},
                        .tint = {[EVENT_HAPPENED] = "#e1e4e8",
                                 [EVENT_PLANNED] = "#dbe7fa",
                                 [EVENT_CANCELLED] = "#ededee",
                                 [EVENT_DENIED] = "#f6d8da",
                                 [EVENT_ALLEGED] = "#f6e2c0",
                                 [EVENT_ONGOING] = "#cde7e4"}},
    [DATELINE_DARK] = {.paper = "#15181c",
                       .ink = "#eceae6",
                       .grey = "#9ba2aa",
                       .day = "#c3c9cf",
                       .axis = "#7a828b",
                       .faint = "#545c65",
                       .status = {[EVENT_HAPPENED] = "#c3c8ce",
                                  [EVENT_PLANNED] = "#7fb0ff",
                                  [EVENT_CANCELLED] = "#8f969e",
                                  [EVENT_DENIED] = "#ff8087",
                                  [EVENT_ALLEGED] = "#e5ac55",
                                  [EVENT_ONGOING] = "#5cc9bc"},
                       .tint = {[EVENT_HAPPENED] = "#343b43",
                                [EVENT_PLANNED] = "#1d3557",
                                [EVENT_CANCELLED] = "#2c3137",
                                [EVENT_DENIED] = "#572329",
                                [EVENT_ALLEGED] = "#513a14",
                                [EVENT_ONGOING] = "#15453f"}},
};

const chart_theme *chart_theme_of(dateline_theme theme) {
    return &themes[theme];
}

static const chart_look looks[] = {
    [EVENT_HAPPENED] = {"solid", "circle", false, true},
    [EVENT_PLANNED] = {"dashed", "circle", true, false},
    [EVENT_CANCELLED] = {"dashed", "square", true, false},
    [EVENT_DENIED] = {"dotted", "invtriangle", true, false},
    [EVENT_ALLEGED] = {"dotted", "diamond", false, false},
    [EVENT_ONGOING] = {"solid", "triangle", false, true},
};

const chart_look *chart_look_of(event_status status) {
    return &looks[status];
}
