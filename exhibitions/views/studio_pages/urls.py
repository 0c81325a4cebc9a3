"""Addresses of the studio's pages, below /studio/; the language is the one that the member of staff has chosen."""

from django.urls import path

from exhibitions.views.studio_pages import home, workbench

urlpatterns = [
    path("studio/", home.home, name="studio"),
    path("studio/notices/", home.notices, name="studio_notices"),
    path("studio/<slug:slug>/", workbench.workbench, name="studio_workbench"),
    path("studio/<slug:slug>/rooms/", workbench.room, name="studio_room_add"),
    path("studio/<slug:slug>/rooms/<int:key>/", workbench.room, name="studio_room"),
    path("studio/<slug:slug>/walls/", workbench.wall, name="studio_wall_add"),
    path("studio/<slug:slug>/walls/<int:key>/", workbench.wall, name="studio_wall"),
]
